package dev.stampede.cloud.cloudfront;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.listener.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/// The shop's public address on this machine: plays the template's distribution, and serves the laptop cloud's own
/// pages under `/_local/`.
public final class Site implements AutoCloseable {

    private static final String OWN_PAGES = "/_local/";
    /// A sale's crowd connects at once.
    private static final int BACKLOG = 4096;

    private final Map<String, HttpHandler> mounts = new ConcurrentSkipListMap<>();
    private final Distribution distribution;
    private final Listener listener;

    private Site(Distribution distribution, int port) {
        this.distribution = distribution;
        this.listener = bind(port);
        listener.open("/", exchange -> Exchanges.send(exchange, answer(Exchanges.read(exchange))));
        listener.open(OWN_PAGES, this::ownPage);
    }

    /// Serves from now on.
    ///
    /// @param port    0 for any that is free
    /// @param secrets the value of a secret by its ARN
    /// @throws IllegalStateException with a sentence for the user when the port is taken
    public static Site open(Template template, int port, List<HttpApi> apis, UnaryOperator<String> secrets) {
        List<Resource> distributions = template.ofType("AWS::CloudFront::Distribution");
        if (distributions.size() != 1) {
            throw new UnsupportedTemplateException(
                    "The laptop cloud plays one AWS::CloudFront::Distribution; the template has "
                            + distributions.size() + ".");
        }
        Site site = new Site(new Distribution(distributions.getFirst(), template, apis, secrets), port);
        site.listener.start();
        return site;
    }

    /// Adds a page of the laptop cloud's own.
    ///
    /// @param prefix such as `/_local/mail`; the handler gets this path and all below it
    public void mount(String prefix, HttpHandler handler) {
        if (!prefix.startsWith(OWN_PAGES) || prefix.endsWith("/")) {
            throw new IllegalArgumentException("not a path below " + OWN_PAGES + ": " + prefix);
        }
        mounts.put(prefix, handler);
    }

    /// Adds a page of the laptop cloud's own where the distribution has nothing, such as `/api/docs`.
    public void cover(String prefix, HttpHandler handler) {
        listener.open(prefix, exchange -> {
            String path = Request.decodePath(Exchanges.path(exchange));
            if (path.equals(prefix) || path.startsWith(prefix + "/")) {
                handler.handle(exchange);
            } else {
                Exchanges.send(exchange, answer(Exchanges.read(exchange)));
            }
        });
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    @Override
    public void close() {
        listener.close();
    }

    /// A fault of the laptop cloud is told, where the JDK's server would just close the connection.
    private Response answer(Request request) {
        try {
            return distribution.answer(request);
        } catch (RuntimeException e) {
            return EdgeError.response(502, "The laptop cloud failed: " + e);
        }
    }

    private void ownPage(HttpExchange exchange) throws IOException {
        // Of what is here no other page shows an image or reads a size.
        exchange.getResponseHeaders().set("cross-origin-resource-policy", "same-origin");
        String path = Request.decodePath(Exchanges.path(exchange));
        for (Map.Entry<String, HttpHandler> mount : mounts.entrySet()) {
            if (path.equals(mount.getKey()) || path.startsWith(mount.getKey() + "/")) {
                mount.getValue().handle(exchange);
                return;
            }
        }
        Exchanges.send(exchange, Response.of(404, "text/plain", "There is no such page. There are: "
                + String.join(", ", mounts.keySet()) + "\n"));
    }

    private static Listener bind(int port) {
        try {
            return Listener.bind(port, BACKLOG);
        } catch (BindException e) {
            throw new IllegalStateException("Port " + port + " on 127.0.0.1 is already taken. Stop what listens there,"
                    + " or choose another port with --port.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }
}
