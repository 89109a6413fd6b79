package dev.stampede.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.apigateway.MiniShop;
import dev.stampede.cloud.cloudfront.Site;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.fault.FaultTargets;
import dev.stampede.cloud.listener.LocalToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsPageTest {

    private static final LocalToken TOKEN = new LocalToken(Path.of("data/local-token"), "the-token");

    private final FaultInjector faults = new FaultInjector(new FaultTargets(Set.of("Payment"), Set.of("PaymentQueue")));
    private final MiniShop shop = new MiniShop();
    private final Site site = Site.open(shop.template, 0, List.of(shop.api), MiniShop::secret);
    private final HttpClient client = HttpClient.newHttpClient();

    FaultsPageTest() {
        site.mount("/_local/faults", new FaultsPage(faults, TOKEN));
    }

    @AfterEach
    void close() {
        site.close();
        client.close();
    }

    @Test
    void tellsTheRulesAndWhatTheyDid() throws Exception {
        faults.start(FaultPlan.parse("kill:Payment,pause:PaymentQueue", 7));
        faults.kill("Payment");

        JsonNode told = new ObjectMapper().readTree(send("GET", "").body());

        assertThat(told.get("seed").asLong()).isEqualTo(7);
        assertThat(told.get("rules").valueStream().map(JsonNode::asText)).containsExactly("kill:Payment",
                "pause:PaymentQueue");
        assertThat(told.at("/injected/kill").asLong()).isEqualTo(1);
        assertThat(told.at("/injected/lost-reply").asLong(-1)).isZero();
    }

    @Test
    void takesOtherRulesAndKeepsTheSeed() throws Exception {
        faults.start(FaultPlan.parse("kill:Payment", 7));

        HttpResponse<String> answer = send("PUT", "throttle:Payment:5%\nduplicate:PaymentQueue");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("throttle:Payment:5%");
        assertThat(faults.plan()).isEqualTo(FaultPlan.parse("throttle:Payment:5%,duplicate:PaymentQueue", 7));
        send("PUT", "");
        assertThat(faults.plan().rules()).isEmpty();
    }

    @Test
    void refusesAWrongRuleInOneSentenceAndKeepsWhatThereIs() throws Exception {
        faults.start(FaultPlan.parse("kill:Payment", 7));

        HttpResponse<String> wrong = send("PUT", "kill:Payment:5%,pause:PaymentQueue:5%");
        HttpResponse<String> unknown = send("PUT", "kill:Paymnt");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).isEqualTo("The fault rule 'pause:PaymentQueue:5%' is wrong: it takes no share;"
                + " it is written pause:SOURCE[:CONSUMER].\n");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("'kill:Paymnt'").contains("there are Payment.");
        assertThat(faults.plan()).hasToString("kill:Payment");
    }

    @Test
    void anotherMethodIsNotAllowed() throws Exception {
        HttpResponse<String> answer = send("POST", "kill:Payment");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, PUT");
        assertThat(faults.plan().rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the-toke", "the-token2", "THE-TOKEN"})
    void whoCannotReadTheStateFolderChangesNothing(String guess) throws Exception {
        faults.start(FaultPlan.parse("kill:Payment", 7));

        HttpResponse<String> refused = send("PUT", "", guess);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("X-Local-Token", "data/local-token").doesNotContain("the-token");
        assertThat(faults.plan()).hasToString("kill:Payment");
        assertThat(send("GET", "", guess).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String body) throws Exception {
        return send(method, body, "the-token");
    }

    private HttpResponse<String> send(String method, String body, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(site.url() + "/_local/faults"))
                        .header("X-Local-Token", token)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
