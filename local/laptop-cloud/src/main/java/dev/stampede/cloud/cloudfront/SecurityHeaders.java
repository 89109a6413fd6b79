package dev.stampede.cloud.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A response headers policy of the distribution. Strict-Transport-Security is left out: this site speaks plain http.
final class SecurityHeaders {

    static final SecurityHeaders NONE = new SecurityHeaders(List.of());

    private record Header(String name, String value, boolean override) {}

    private final List<Header> headers;

    private SecurityHeaders(List<Header> headers) {
        this.headers = headers;
    }

    static SecurityHeaders of(Resource policy) {
        JsonNode security = policy.at("ResponseHeadersPolicyConfig/SecurityHeadersConfig");
        List<Header> headers = new ArrayList<>();
        Map.of("ContentSecurityPolicy", "content-security-policy",
                "FrameOptions", "x-frame-options",
                "ReferrerPolicy", "referrer-policy").forEach((property, name) -> {
                    JsonNode header = security.path(property);
                    if (!header.isMissingNode()) {
                        String value = header.path(property.equals("FrameOptions") ? "FrameOption" : property).asText();
                        headers.add(new Header(name, value, header.path("Override").asBoolean()));
                    }
                });
        JsonNode sniffing = security.path("ContentTypeOptions");
        if (!sniffing.isMissingNode()) {
            headers.add(new Header("x-content-type-options", "nosniff", sniffing.path("Override").asBoolean()));
        }
        for (JsonNode custom : policy.list("ResponseHeadersPolicyConfig/CustomHeadersConfig/Items")) {
            headers.add(new Header(custom.path("Header").asText().toLowerCase(java.util.Locale.ROOT),
                    custom.path("Value").asText(), custom.path("Override").asBoolean()));
        }
        return new SecurityHeaders(headers);
    }

    Response apply(Response response) {
        Response decorated = response;
        for (Header header : headers) {
            if (header.override || response.header(header.name).isEmpty()) {
                decorated = decorated.with(header.name, header.value);
            }
        }
        return decorated;
    }
}
