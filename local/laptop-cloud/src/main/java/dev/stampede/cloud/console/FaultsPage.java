package dev.stampede.cloud.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.listener.LocalToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// `/_local/faults`: `GET` tells the rules and what they did, `PUT` puts the rules in its text in their place; an empty
/// one ends them all. The seed stays. Who changes them brings the token of the state folder: every page and everybody
/// on this machine can send a request.
public final class FaultsPage implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 64 * 1024;

    private final FaultInjector faults;
    private final LocalToken token;

    public FaultsPage(FaultInjector faults, LocalToken token) {
        this.faults = faults;
        this.token = token;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Exchanges.send(exchange, switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> told();
            case "PUT" -> token.isGivenBy(exchange.getRequestHeaders().getFirst(LocalToken.HEADER))
                    ? put(new String(exchange.getRequestBody().readNBytes(MAX_BYTES), StandardCharsets.UTF_8))
                    : withoutToken();
            default -> Response.of(405, "text/plain", "GET or PUT\n").with("allow", "GET, PUT");
        });
    }

    private Response put(String rules) {
        try {
            faults.start(FaultPlan.parse(rules, faults.plan().seed()));
            return told();
        } catch (IllegalArgumentException e) {
            return Response.of(400, "text/plain; charset=utf-8", e.getMessage() + "\n");
        }
    }

    private Response withoutToken() {
        return Response.of(403, "text/plain; charset=utf-8",
                "Who changes the rules shows that the shop is theirs: send the header "
                        + LocalToken.HEADER + " with what stands in " + token.file() + "\n");
    }

    private Response told() {
        FaultPlan plan = faults.plan();
        ObjectNode page = JSON.createObjectNode().put("seed", plan.seed());
        page.set("rules", JSON.valueToTree(plan.rules().stream().map(Object::toString).toList()));
        page.set("injected", JSON.valueToTree(faults.counts()));
        return Response.of(200, "application/json", page.toPrettyString() + "\n").with("cache-control", "no-store");
    }
}
