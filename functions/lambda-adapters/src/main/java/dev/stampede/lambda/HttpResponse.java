package dev.stampede.lambda;

import dev.stampede.model.Money;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer in the shop's envelope: `{success, message, data, timestamp}`, or `{success, error, timestamp}`; or none
/// at all, where the status allows no body.
///
/// @param body empty for an answer without one
/// @param text in the envelope's place, for programs that ask for another format; else empty
public record HttpResponse(int status, Map<String, String> headers, Map<String, Object> body, String text) {

    /// What is wrong with one field of a request.
    ///
    /// @param field   a path such as `cart[0].quantity`
    /// @param message for people; what a program needs of it is the value
    /// @param value   as JSON has it: what is true instead, such as the price now; the contract says which code has one
    public record Detail(String field, String code, String message, Optional<Object> value) {

        public Detail(String field, String code, String message) {
            this(field, code, message, Optional.empty());
        }

        public Detail withValue(Money amount) {
            return new Detail(field, code, message, Optional.of(amount.toDecimal()));
        }

        public Detail withValue(long number) {
            return new Detail(field, code, message, Optional.of(number));
        }

        public Detail withValue(Instant moment) {
            return new Detail(field, code, message, Optional.of(Timestamps.format(moment)));
        }

        private Map<String, Object> toJson() {
            Map<String, Object> json = Json.object("field", field, "code", code, "message", message);
            value.ifPresent(it -> json.put("value", it));
            return json;
        }
    }

    public HttpResponse(int status, Map<String, String> headers, Map<String, Object> body) {
        this(status, headers, body, "");
    }

    /// A document in a format of its own.
    ///
    /// @param contentType such as `application/xml`
    public static HttpResponse document(String contentType, String text) {
        return new HttpResponse(200, Map.of("content-type", contentType), Map.of(), text);
    }

    public static HttpResponse ok(String message, Object data) {
        return success(200, message, data);
    }

    /// @param status one of the 2xx codes
    public static HttpResponse success(int status, String message, @Nullable Object data) {
        return new HttpResponse(status, Map.of(), Json.object(
                "success", true, "message", message, "data", data, "timestamp", Timestamps.format(Instant.now())));
    }

    /// An answer without a body.
    ///
    /// @param status 204 or 304
    public static HttpResponse bodyless(int status) {
        return new HttpResponse(status, Map.of(), Map.of());
    }

    /// A page of a list; `nextCursor` is null on the last one.
    public static HttpResponse page(String message, List<?> data, @Nullable String nextCursor) {
        HttpResponse response = ok(message, data);
        response.body.put("page", Json.object("nextCursor", nextCursor));
        return response;
    }

    /// A refusal with a stable code; neither text names internals or another person's things.
    public static HttpResponse problem(int status, String code, String message, List<Detail> details) {
        return new HttpResponse(status, Map.of(), Json.object(
                "success", false,
                "error", Json.object("code", code, "message", message, "details", details.stream()
                        .map(Detail::toJson)
                        .toList()),
                "timestamp", Timestamps.format(Instant.now())));
    }

    public static HttpResponse problem(int status, String code, String message) {
        return problem(status, code, message, List.of());
    }

    public HttpResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, more, body, text);
    }

    Map<String, Object> toEvent() {
        Map<String, String> all = new LinkedHashMap<>();
        if (!body.isEmpty()) {
            all.put("content-type", "application/json");
        }
        all.put("cache-control", "no-store");
        all.putAll(headers);
        if (!all.get("cache-control").equals("no-store")) {
            // API Gateway adds by Origin which page may read it, and does not say so: whoever keeps it has to know.
            all.put("vary", "origin");
        }
        String content = body.isEmpty() ? text : Json.write(body);
        return content.isEmpty()
                ? Json.object("statusCode", status, "headers", all)
                : Json.object("statusCode", status, "headers", all, "body", content, "isBase64Encoded", false);
    }
}
