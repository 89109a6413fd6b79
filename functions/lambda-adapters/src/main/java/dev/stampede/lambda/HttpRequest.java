package dev.stampede.lambda;

import dev.stampede.model.wire.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
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

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public String pathParameter(String name) {
        return pathParameters.getOrDefault(name, "");
    }

    private static String body(JsonObject event) {
        String body = event.optionalString("body").orElse("");
        return Boolean.TRUE.equals(event.fields().get("isBase64Encoded"))
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
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
