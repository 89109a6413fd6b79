package dev.stampede.cloud.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// `/_local/status`: what the laptop cloud is doing, as JSON.
public final class StatusPage implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Supplier<?>> parts;

    /// @param parts by name, such as `workers` and `meter`; what they give is read by Jackson (no dates)
    public StatusPage(Map<String, Supplier<?>> parts) {
        this.parts = Map.copyOf(parts);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        ObjectNode status = JSON.createObjectNode();
        new TreeMap<>(parts).forEach((name, part) -> status.set(name, JSON.valueToTree(part.get())));
        Exchanges.send(exchange, Response.of(200, "application/json", status.toPrettyString() + "\n")
                .with("cache-control", "no-store"));
    }
}
