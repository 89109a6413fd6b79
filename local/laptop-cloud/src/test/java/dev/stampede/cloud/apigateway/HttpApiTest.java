package dev.stampede.cloud.apigateway;

import static dev.stampede.cloud.apigateway.MiniShop.request;
import static dev.stampede.cloud.apigateway.MiniShop.text;
import static dev.stampede.cloud.apigateway.MiniShop.withBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.lambda.Invoker.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

    private static final String ORDER = "0b7c1e2f-1234-4abc-8def-0123456789ab";

    private final MiniShop shop = new MiniShop();

    @Test
    void invokesTheAliasThatTheRouteLeadsTo() {
        Response response = shop.get("/api/products");

        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("done");
        assertThat(shop.invoked).containsExactly("arn:aws:lambda:us-east-1:000000000000:function:Work:live");
        assertThat(response.header("apigw-requestid")).hasValue(shop.event().at("/requestContext/requestId").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/unknown", "/api/products/1/2", "/api", "/apis/products", "/products", "/"})
    void answersNotFoundInTheGatewaysOwnWords(String path) {
        Response response = shop.get(path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response)).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(shop.invoked).isEmpty();
    }

    @Test
    void knowsOnlyTheMethodsOfARoute() {
        assertThat(shop.api.answer(request("DELETE", "/api/products")).status()).isEqualTo(404);
    }

    @Test
    void aFunctionsErrorIsAnInternalServerError() {
        byte[] error = "{\"errorMessage\":\"secret\"}".getBytes(StandardCharsets.UTF_8);
        shop.result = CompletableFuture.completedFuture(new Result.FunctionError(error));

        assertGatewayAnswer(shop.get("/api/products"), 500, "Internal Server Error");
    }

    @Test
    void changesAreRefusedAndHealthIsNotUpWhileNothingCanBeKept() {
        shop.trouble = Optional.of("the disk is full: /home/ann/.stampede");
        List<Response> refused = List.of(
                shop.api.answer(request("POST", "/api/orders")), shop.api.answer(request("PUT", "/api/anything")),
                shop.api.answer(request("DELETE", "/api/anything")), shop.get("/api/products"));
        assertThat(refused).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.header("retry-after")).hasValue("5");
            assertThat(text(response)).contains("\"code\":\"STORAGE_UNAVAILABLE\"", "nothing was changed")
                    .doesNotContain("/home");
        });
        assertThat(shop.invoked).isEmpty();
        assertThat(shop.get("/api/products/1").status()).as("a read").isEqualTo(200);

        shop.trouble = Optional.empty();
        assertThat(shop.get("/api/products").status()).isEqualTo(200);
    }

    @Test
    void aThrottledFunctionIsUnavailable() {
        shop.result = CompletableFuture.completedFuture(new Result.Throttled());

        assertGatewayAnswer(shop.get("/api/products"), 503, "Service Unavailable");
    }

    @Test
    void aFunctionThatTakesTooLongIsUnavailable() {
        shop.result = new CompletableFuture<>();

        assertGatewayAnswer(shop.get("/api/slow"), 503, "Service Unavailable");
        assertThat(shop.result).isNotCancelled();
    }

    @Test
    void aMissingFunctionIsAnInternalServerError() {
        shop.result = CompletableFuture.failedFuture(new IllegalArgumentException("no function Work"));

        assertGatewayAnswer(shop.get("/api/products"), 500, "Internal Server Error");
        assertThat(shop.log).singleElement().asString().contains("no function Work");
    }

    @Test
    void anAnswerThatIsNoResponseIsAnInternalServerError() {
        shop.result = MiniShop.success("{\"statusCode\":\"none\"}");

        assertGatewayAnswer(shop.get("/api/products"), 500, "Internal Server Error");
        assertThat(shop.log).singleElement().asString().contains("GET /products");
    }

    @Test
    void invokesNothingWithoutAPermission() {
        assertGatewayAnswer(shop.get("/api/other"), 500, "Internal Server Error");
        assertThat(shop.invoked).isEmpty();
        assertThat(shop.log).singleElement().asString()
                .contains("AWS::Lambda::Permission")
                .contains("function:Other")
                .contains("arn:aws:execute-api:us-east-1:000000000000:Shop/api/GET/other");

        assertThat(shop.get("/api/other/1").status()).isEqualTo(200);
    }

    @Test
    void aPermissionOnTheAliasIsNoneOnTheFunction() {
        assertGatewayAnswer(shop.get("/api/unqualified"), 500, "Internal Server Error");
        assertThat(shop.invoked).isEmpty();
    }

    @Test
    void letsABurstThroughAndThenTheRate() {
        List<Integer> burst = List.of(order(), order(), order(), order());
        assertThat(burst).containsExactly(200, 200, 200, 429);

        shop.pass(Duration.ofMillis(499));
        assertThat(order()).isEqualTo(429);
        shop.pass(Duration.ofMillis(1));
        assertThat(order()).isEqualTo(200);
        assertThat(order()).isEqualTo(429);

        shop.pass(Duration.ofHours(1));
        assertThat(List.of(order(), order(), order(), order())).containsExactly(200, 200, 200, 429);
    }

    @Test
    void throttlesEachRouteOnItsOwn() {
        for (int i = 0; i < 4; i++) {
            order();
        }

        assertGatewayAnswer(shop.api.answer(request("POST", "/api/orders")), 429, "Too Many Requests");
        assertThat(shop.get("/api/products").status()).isEqualTo(200);
    }

    @Test
    void refusesABodyOverTenMegabytes() {
        assertGatewayAnswer(post(10 * 1024 * 1024 + 1), 413, "Request Entity Too Large");
        assertThat(shop.invoked).isEmpty();
    }

    @Test
    void refusesAnEventOverSixMegabytes() {
        assertGatewayAnswer(post(6 * 1024 * 1024), 413, "Request Entity Too Large");
        assertThat(shop.invoked).isEmpty();
        assertThat(post(5 * 1024 * 1024).status()).isEqualTo(200);
    }

    @Test
    void refusesTooLargeAHead() {
        Response refused = shop.get("/api/products", "x-large", "x".repeat(10_240));
        assertGatewayAnswer(refused, 431, "Request Header Fields Too Large");
        assertThat(shop.get("/api/products", "x-large", "x".repeat(10_000)).status()).isEqualTo(200);
    }

    @Test
    void notesEachRequestWithTheOrdersItWasAbout() {
        shop.result = MiniShop.success("{\"statusCode\":202,\"body\":\"{\\\"orderId\\\":\\\"" + ORDER + "\\\"}\"}");
        order();
        shop.get("/api/files/" + ORDER);
        shop.get("/api/unknown");

        assertThat(shop.hops).extracting("kind", "actor", "target", "action", "outcome", "orders").containsExactly(
                org.assertj.core.groups.Tuple.tuple(
                        "http", "shopper", "POST /orders", "POST /api/orders", "202", Set.of(ORDER)),
                org.assertj.core.groups.Tuple.tuple(
                        "http", "shopper", "GET /files/{proxy+}", "GET /api/files/" + ORDER, "202", Set.of(ORDER)),
                org.assertj.core.groups.Tuple.tuple(
                        "http", "shopper", "no route", "GET /api/unknown", "404", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/files/ann@example.com/orders", "/api/files/ann%40example.com/orders",
        "/api/ann@example.com/orders"})
    void notesNobodysAddress(String path) {
        shop.get(path);

        assertThat(shop.hops).singleElement()
                .satisfies(hop -> assertThat(hop.action()).doesNotContain("ann", "example.com")
                        .startsWith("GET /api/").endsWith("/.../orders"));
    }

    private int order() {
        return shop.api.answer(request("POST", "/api/orders")).status();
    }

    private Response post(int size) {
        Request request = request("POST", "/api/orders", "content-type", "text/plain");
        return shop.api.answer(withBody(request, "x".repeat(size).getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertGatewayAnswer(Response response, int status, String message) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(text(response)).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(response.header("content-type")).hasValue("application/json");
    }
}
