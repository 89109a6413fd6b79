package dev.stampede.load.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/// Placing orders and reading them. The session holds `key`, `email`, `product`, `quantity`, and once an order is
/// placed its `order` and `receipt`.
public final class Orders {

    public static final String KEY = "key";
    public static final String EMAIL = "email";
    public static final String QUANTITY = "quantity";
    public static final String ORDER = "order";
    public static final String RECEIPT = "receipt";

    private static final String BODY =
            "{\"cart\":[{\"id\":\"#{product}\",\"quantity\":#{quantity}}],\"customerEmail\":\"#{email}\"}";

    private Orders() {}

    public static HttpRequestActionBuilder accepted(String name) {
        return place(name).check(
                status().is(202),
                header("Location").exists(),
                jsonPath("$.data.orderId").exists(),
                jsonPath("$.data.receiptToken").exists());
    }

    /// The same order as before, whatever has become of it.
    public static HttpRequestActionBuilder acceptedAgain(String name) {
        return accepted(name).check(jsonPath("$.data.orderId").isEL("#{" + ORDER + "}"));
    }

    public static HttpRequestActionBuilder refused(String name, int status, String code) {
        return place(name).check(status().is(status), jsonPath("$.error.code").is(code));
    }

    /// In a sale one is served, told that all is sold, or asked to come back: any other answer is a failed request.
    public static HttpRequestActionBuilder served(String name) {
        return orAskedToComeBack(place(name).check(status().in(202, 409, 429, 503)))
                .checkIf((response, session) -> response.status().code() == 202)
                .then(jsonPath("$.data.orderId").exists(), jsonPath("$.data.receiptToken").exists())
                .checkIf((response, session) -> response.status().code() == 409)
                .then(jsonPath("$.error.code").is("SOLD_OUT"));
    }

    public static HttpRequestActionBuilder read(String name) {
        return orAskedToComeBack(Seen.noted(http(name)
                .get("/api/orders/#{" + ORDER + "}")
                .header("X-Receipt-Token", "#{" + RECEIPT + "}"))
                .check(status().in(200, 429, 503)));
    }

    private static HttpRequestActionBuilder place(String name) {
        return Seen.noted(http(name)
                .post("/api/orders")
                .header("Idempotency-Key", "#{" + KEY + "}")
                .body(StringBody(BODY)));
    }

    private static HttpRequestActionBuilder orAskedToComeBack(HttpRequestActionBuilder request) {
        return request
                .checkIf((response, session) -> response.status().code() == 429 || response.status().code() == 503)
                .then(header("Retry-After").exists());
    }
}
