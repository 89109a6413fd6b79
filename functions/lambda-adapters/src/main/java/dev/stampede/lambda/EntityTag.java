package dev.stampede.lambda;

import dev.stampede.model.Digest;
import dev.stampede.model.wire.Json;
import java.util.Arrays;
import java.util.Map;

/// Conditional requests (https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests): an answer names the state
/// of what it shows, and who has that state already is told so, without a body.
public final class EntityTag {

    private EntityTag() {}

    /// The answer with its `etag`, or 304 where the request names that tag in `If-None-Match`. The tag is a weak one:
    /// it is of all that the answer says but the time at which it was made.
    ///
    /// @param answer a 200; any other is given back as it is
    public static HttpResponse conditional(HttpRequest request, HttpResponse answer) {
        if (answer.status() != 200) {
            return answer;
        }
        String tag = "W/\"" + digest(answer.body()) + "\"";
        HttpResponse whole = answer.withHeader("etag", tag);
        return request.header("If-None-Match").filter(tags -> matches(tags, tag)).isPresent()
                ? new HttpResponse(304, whole.headers(), Map.of())
                : whole;
    }

    /// Weak comparison: the same whether an edge on the way made a strong tag weak or not.
    private static boolean matches(String tags, String tag) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || opaque(each).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String digest(Map<String, Object> body) {
        return Digest.hex(Json.write(Arrays.asList(body.get("data"), body.get("page")))).substring(0, 16);
    }
}
