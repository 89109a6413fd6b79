package dev.stampede.cloud.apigateway;

import static dev.stampede.cloud.apigateway.MiniShop.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.http.Response;
import org.junit.jupiter.api.Test;

class CorsTest {

    private static final String ALLOWED = "http://localhost:5173";

    private final MiniShop shop = new MiniShop();

    @Test
    void answersAPreflightWithoutAskingTheFunction() {
        Response response = preflight(ALLOWED);

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("access-control-allow-origin")).hasValue(ALLOWED);
        assertThat(response.header("access-control-allow-methods")).hasValue("GET,POST");
        assertThat(response.header("access-control-allow-headers")).hasValue("content-type,idempotency-key");
        assertThat(response.header("access-control-allow-credentials")).hasValue("true");
        assertThat(response.header("access-control-max-age")).hasValue("600");
        assertThat(shop.invoked).isEmpty();
    }

    @Test
    void tellsAnotherOriginNothing() {
        assertNoCorsHeaders(preflight("http://localhost:5173.example.com"));
        assertNoCorsHeaders(preflight("https://localhost:5173"));
        assertNoCorsHeaders(preflight("null"));
        assertNoCorsHeaders(shop.get("/api/products", "origin", "https://evil.example.com"));
        assertNoCorsHeaders(shop.get("/api/products"));
    }

    @Test
    void addsItsHeadersToAnAnswerAndDropsTheFunctions() {
        shop.result = MiniShop.success("""
                {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*", "Access-Control-Max-Age": "9"}}""");

        Response response = shop.get("/api/products", "origin", "https://shop.example.com");

        assertThat(response.header("access-control-allow-origin")).hasValue("https://shop.example.com");
        assertThat(response.header("access-control-expose-headers")).hasValue("location");
        assertThat(response.headers()).doesNotContainKey("access-control-max-age");
    }

    @Test
    void letsABrowserReadTheGatewaysOwnErrors() {
        Response response = shop.get("/api/unknown", "origin", ALLOWED);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("access-control-allow-origin")).hasValue(ALLOWED);
    }

    private Response preflight(String origin) {
        return shop.api.answer(request("OPTIONS", "/api/orders", "origin", origin,
                "access-control-request-method", "POST", "access-control-request-headers", "content-type"));
    }

    private static void assertNoCorsHeaders(Response response) {
        assertThat(response.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }
}
