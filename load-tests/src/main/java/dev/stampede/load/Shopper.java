package dev.stampede.load;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;

/// How shoppers speak HTTP.
final class Shopper {

    private Shopper() {}

    /// No redirect is followed: it could lead to a host that nobody allowed.
    static HttpProtocolBuilder at(Target target) {
        return http.baseUrl(target.shop().toString())
                .acceptHeader("application/json")
                .contentTypeHeader("application/json")
                .userAgentHeader("stampede-load-test")
                .disableFollowRedirect()
                .disableCaching()
                .disableWarmUp();
    }
}
