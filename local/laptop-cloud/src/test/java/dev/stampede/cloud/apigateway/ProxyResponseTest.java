package dev.stampede.cloud.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyResponseTest {

    @Test
    void readsAWholeResponse() {
        Response response = read("""
                {"statusCode": 202, "headers": {"Location": "/api/orders/1", "X-Count": 2, "Content-Length": "999",
                 "content-type": "application/json"}, "cookies": ["a=1; Path=/", "b=2"],
                 "body": "{\\"é\\":1}"}""").orElseThrow();

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.headers())
                .containsEntry("location", List.of("/api/orders/1"))
                .containsEntry("x-count", List.of("2"))
                .containsEntry("content-type", List.of("application/json"))
                .containsEntry("set-cookie", List.of("a=1; Path=/", "b=2"))
                .doesNotContainKey("content-length");
        assertThat(MiniShop.text(response)).isEqualTo("{\"é\":1}");
    }

    @Test
    void decodesABinaryBody() {
        Response response = read("{\"statusCode\": 200, \"body\": \"AAEC\", \"isBase64Encoded\": true}").orElseThrow();

        assertThat(response.body()).containsExactly(0, 1, 2);
    }

    @Test
    void infersAResponseWhereThereIsNoStatus() {
        Response object = read("{\"message\": \"Hello\"}").orElseThrow();
        assertThat(object.status()).isEqualTo(200);
        assertThat(object.header("content-type")).hasValue("application/json");
        assertThat(MiniShop.text(object)).isEqualTo("{\"message\": \"Hello\"}");

        assertThat(MiniShop.text(read("\"Hello\"").orElseThrow())).isEqualTo("Hello");
        assertThat(MiniShop.text(read("[1, 2]").orElseThrow())).isEqualTo("[1, 2]");
    }

    @Test
    void anEmptyBodyIsPlainText() {
        Response response = read("{\"statusCode\": 204}").orElseThrow();

        assertThat(response.body()).isEmpty();
        assertThat(response.header("content-type")).hasValue("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "not json",
        "{\"statusCode\": \"created\"}",
        "{\"statusCode\": 99}",
        "{\"statusCode\": 200, \"body\": {\"an\": \"object\"}}",
        "{\"statusCode\": 200, \"headers\": [\"a\"]}",
        "{\"statusCode\": 200, \"body\": \"?\", \"isBase64Encoded\": true}"})
    void refusesWhatTheGatewayCannotSend(String payload) {
        assertThat(read(payload)).isEmpty();
    }

    private static Optional<Response> read(String payload) {
        return ProxyResponse.of(payload.getBytes(StandardCharsets.UTF_8));
    }
}
