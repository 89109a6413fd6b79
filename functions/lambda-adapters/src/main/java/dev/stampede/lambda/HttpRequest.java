package dev.stampede.lambda;

import dev.stampede.model.wire.JsonObject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request of an HTTP API in payload format 2.0
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
///
/// @param headers by lower-case name, repeated ones joined with commas
/// @param claims  of the JWT that the authorizer verified; empty on routes without one
public record HttpRequest(
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> claims,
        String sourceIp,
        String body) {

    private static final int LONGEST_ADDRESS = 45;
    /// Of the 128 bits 64 are what a provider gives out.
    private static final int NETWORK_BYTES = 8;

    static HttpRequest from(JsonObject event) {
        JsonObject context = event.object("requestContext");
        JsonObject http = context.object("http");
        return new HttpRequest(
                http.string("method"),
                http.string("path"),
                texts(event.optionalObject("pathParameters")),
                texts(event.optionalObject("queryStringParameters")),
                lowerCased(texts(event.optionalObject("headers"))),
                texts(context.optionalObject("authorizer")
                        .flatMap(authorizer -> authorizer.optionalObject("jwt"))
                        .flatMap(jwt -> jwt.optionalObject("claims"))),
                http.optionalString("sourceIp").orElse(""),
                body(event));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// One without a value is as good as none: forms send the fields that nobody filled in.
    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    public String pathParameter(String name) {
        return pathParameters.getOrDefault(name, "");
    }

    /// Where a request comes from, as far as anybody is counted by it. CloudFront notes its viewer last but one, before
    /// itself, whatever the viewer claims; requests that did not come through it are refused before (see [HttpEdge]).
    /// An IPv6 network is one place: whoever has one has all of its addresses.
    public String place() {
        String[] hops = header("X-Forwarded-For").orElse("").split(",");
        String viewer = hops.length < 2 ? sourceIp : hops[hops.length - 2].strip();
        return viewer.contains(":") ? network(viewer) : viewer.substring(0, Math.min(LONGEST_ADDRESS, viewer.length()));
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            // An IPv4 address that is written as one of IPv6 is read as what it is.
            return HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
        } catch (IllegalArgumentException _) {
            return address.substring(0, Math.min(LONGEST_ADDRESS, address.length()));
        }
    }

    private static String body(JsonObject event) {
        String sent = event.optionalString("body").orElse("");
        String body = Boolean.TRUE.equals(event.fields().get("isBase64Encoded"))
                ? new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8)
                : sent;
        // Some clients begin UTF-8 with a byte order mark (https://www.rfc-editor.org/rfc/rfc8259#section-8.1).
        return body.startsWith("\uFEFF") ? body.substring(1) : body;
    }

    private static Map<String, String> texts(Optional<JsonObject> object) {
        Map<String, String> texts = new HashMap<>();
        object.ifPresent(fields -> fields.fields().forEach((name, value) -> texts.put(name, String.valueOf(value))));
        return texts;
    }

    private static Map<String, String> lowerCased(Map<String, String> headers) {
        Map<String, String> byLowerCase = new HashMap<>();
        headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
        return byLowerCase;
    }
}
