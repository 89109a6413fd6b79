package dev.stampede.dynamodb.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server on this machine is in reach of every page that its browsers show. So it answers only under the names of
/// this machine, and pages only when its owner allowed it.
final class Origins {

    private static final Pattern HERE =
            Pattern.compile(
                    "(?i)(localhost|([a-z0-9-]+\\.)+localhost|127(\\.[0-9]{1,3}){3}|\\[::1])\\.?(:[0-9]{1,5})?");

    private Origins() {}

    /// @return null when the request may be answered
    static @Nullable Reply refuse(Headers headers, boolean pages) {
        String host = headers.getFirst("Host");
        if (host == null || !HERE.matcher(host).matches()) {
            return Reply.text(403, "Only names of this machine are answered, such as localhost\n");
        }
        if (!pages && headers.containsKey("Origin")) {
            return Reply.text(403, "Pages are answered only when the server was started so that they may\n");
        }
        return null;
    }

    static void allow(HttpExchange exchange) {
        Headers asked = exchange.getRequestHeaders();
        Headers headers = exchange.getResponseHeaders();
        if (!asked.containsKey("Origin")) {
            return;
        }
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set(
                "Access-Control-Expose-Headers",
                "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,x-amz-crc32,Date");
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            echo(asked, "Access-Control-Request-Headers", headers, "Access-Control-Allow-Headers");
            echo(asked, "Access-Control-Request-Method", headers, "Access-Control-Allow-Methods");
            headers.set("Access-Control-Max-Age", "172800");
        }
    }

    private static void echo(Headers asked, String from, Headers headers, String to) {
        String value = asked.getFirst(from);
        if (value != null) {
            headers.set(to, value);
        }
    }
}
