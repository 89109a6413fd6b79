package dev.stampede.cloud.listener;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Lets in what was asked of this machine by its name, and pages of this machine alone. Whoever owns a name can have it
/// name 127.0.0.1 (DNS rebinding), and a form or an image of any page may be sent here without a question.
final class LoopbackOnly extends Filter {

    /// No other names: those under `.localhost` are asked of a name server by some browsers, and 0.0.0.0 is here as
    /// well.
    private static final String HERE = "(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?";
    private static final Pattern HOST = Pattern.compile("(?i)" + HERE);
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://" + HERE);

    @Override
    public String description() {
        return "Only this machine's own names and pages";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (isForeign(exchange, "Host", HOST)) {
            Exchanges.send(exchange, Response.of(421, "text/plain; charset=utf-8",
                    "The laptop cloud answers to the names of this machine only, such as localhost.\n"));
        } else if (isForeign(exchange, "Origin", ORIGIN)) {
            Exchanges.send(exchange, Response.of(403, "text/plain; charset=utf-8",
                    "The laptop cloud takes no requests from pages of other sites.\n"));
        } else {
            chain.doFilter(exchange);
        }
    }

    /// Whoever sends none is no browser.
    private static boolean isForeign(HttpExchange exchange, String header, Pattern ours) {
        return exchange.getRequestHeaders()
                .getOrDefault(header, List.of())
                .stream()
                .anyMatch(value -> !ours.matcher(value).matches());
    }
}
