package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cli.contract.ApiContract.Operation;
import dev.stampede.cloud.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request that was drawn for an operation.
///
/// @param parts   `path`, `query`, `headers` and maybe `body`
/// @param raw     what is sent in the body's place
/// @param allowed whether the contract allows it
/// @param how     how it was drawn
record Drawn(Operation operation, ObjectNode parts, Optional<String> raw, boolean allowed, String how) {

    private static final List<String> TYPES = List.of("application/json", "application/json; charset=utf-8",
            "text/plain", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "application/octet-stream");

    /// The parts as whoever reads the request finds them.
    ObjectNode asRead(Schemas schemas, JsonNode schema) {
        ObjectNode read = parts.deepCopy();
        for (String part : List.of("path", "query", "headers")) {
            JsonNode fields = schema.at("/properties/" + part + "/properties");
            read.get(part).properties().forEach(field -> ((ObjectNode) read.get(part)).set(field.getKey(),
                    Schemas.typed(schemas.whole(fields.path(field.getKey())), field.getValue().asText())));
        }
        return read;
    }

    /// @param credentials headers that say who asks
    /// @param from        the address of who asks
    Request request(Map<String, String> credentials, String from) {
        Map<String, String> headers = new TreeMap<>();
        parts.get("headers").properties()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
        credentials.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String body = raw.orElseGet(() -> parts.has("body") ? parts.get("body").toString() : "");
        if (!body.isEmpty()) {
            // A body is JSON whatever is said of it.
            headers.put("content-type", TYPES.get(Math.floorMod(parts.hashCode(), TYPES.size())));
        }
        List<String> query = new ArrayList<>();
        parts.get("query").properties()
                .forEach(each -> query.add(encoded(each.getKey()) + "=" + encoded(each.getValue().asText())));
        return new Request(operation.method(), "/api" + path(), String.join("&", query), headers,
                body.getBytes(StandardCharsets.UTF_8), from);
    }

    private String path() {
        String path = operation.path();
        for (Map.Entry<String, JsonNode> each : parts.get("path").properties()) {
            path = path.replace("{" + each.getKey() + "}", encoded(each.getValue().asText()));
        }
        return path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Drawn with(ObjectNode others) {
        return new Drawn(operation, others, raw, allowed, how);
    }

    @Override
    public String toString() {
        Request request = request(Map.of(), "");
        String text =
                request.method() + " " + request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            text += "\n  " + header.getKey() + ": " + header.getValue();
        }
        return text + "\n  " + escaped(new String(request.body(), StandardCharsets.UTF_8));
    }

    /// So that what cannot be seen can be.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(each -> escaped
                .append(each < 127 && each >= 32 ? String.valueOf((char) each) : "\\u%04x".formatted(each)));
        return escaped.toString();
    }

}
