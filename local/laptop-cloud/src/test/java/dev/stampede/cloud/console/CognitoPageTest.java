package dev.stampede.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.apigateway.MiniShop;
import dev.stampede.cloud.cloudfront.Site;
import dev.stampede.cloud.cognito.Identity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CognitoPageTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final MiniShop shop = new MiniShop();
    private final Site site = Site.open(shop.template, 0, List.of(shop.api), MiniShop::secret);
    private final HttpClient client = HttpClient.newHttpClient();

    CognitoPageTest() {
        site.mount(CognitoPage.PATH, new CognitoPage((operation, body) -> {
            asked.add(operation + " " + body);
            return new Identity.Reply(400, new ObjectMapper().createObjectNode().put("__type", "SomeException"));
        }));
    }

    @AfterEach
    void close() {
        site.close();
        client.close();
    }

    @Test
    void aPageCallsAnOperationByItsNameAndGetsTheAnswerAsItIs() throws Exception {
        HttpResponse<String> answer = post("AWSCognitoIdentityProviderService.SignUp", "{\"Username\":\"a\"}");

        assertThat(asked).containsExactly("SignUp {\"Username\":\"a\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"SomeException\"}");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-amz-json-1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null"})
    void whatIsNoObjectIsRefused(String body) throws Exception {
        assertThat(post("AWSCognitoIdentityProviderService.SignUp", body).statusCode()).isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @Test
    void anotherServiceIsNotHere() throws Exception {
        assertThat(post("DynamoDB_20120810.Scan", "{}").body()).contains("UnknownOperationException");
        assertThat(client.send(request().GET().build(), BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        assertThat(asked).isEmpty();
    }

    @Test
    void aDevelopersPageOnAnotherPortMayCallToo() throws Exception {
        String page = "http://localhost:5173";
        HttpResponse<String> allowed = client.send(
                request().header("Origin", page).method("OPTIONS", BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("access-control-allow-origin")).hasValue(page);
        assertThat(allowed.headers().firstValue("access-control-allow-headers").orElseThrow())
                .contains("content-type", "x-amz-target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example"})
    void noPageOfAnotherSiteMay(String page) throws Exception {
        HttpResponse<String> refused = client.send(
                request().header("Origin", page)
                        .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(asked).isEmpty();
    }

    private HttpResponse<String> post(String target, String body) throws Exception {
        return client.send(request().header("X-Amz-Target", target).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(site.url() + CognitoPage.PATH));
    }
}
