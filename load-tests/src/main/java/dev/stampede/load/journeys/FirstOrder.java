package dev.stampede.load.journeys;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;

import dev.stampede.load.endpoints.Catalogue;
import dev.stampede.load.endpoints.Orders;
import dev.stampede.load.endpoints.Seen;
import dev.stampede.load.verdict.Claim;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A shopper's first visit, with the mistakes shoppers make: it shows in seconds whether all parts of the shop do their work.
/// The first step that fails ends it.
public record FirstOrder(Optional<String> product, Duration patience, Steps steps) {

    public static final String LAST_STEP = "order sent once more";

    /// The other body comes after the order is decided: before it is recorded, nothing can know what the first body was.
    public ChainBuilder chain() {
        return step("health", "200", Catalogue.health())
                .exec(product.map(this::listed).orElseGet(() -> step("list of products", "200, some in stock", Catalogue.productsToChooseFrom())))
                .exec(step("one product", "200", Catalogue.product()))
                .exec(step("unknown product", "404", Catalogue.unknownProduct()))
                .exec(step("categories", "200", Catalogue.categories()))
                .exec(ordering(0))
                .exec(step("order of 0 pieces", "400", Orders.refused("order of 0 pieces", 400, "VALIDATION_FAILED")))
                .exec(ordering(1))
                .exec(step("order", "202", Orders.accepted("order")))
                .exec(session -> session.setAll(placed(session)))
                .exec(step("order sent again", "202, the same order", Orders.acceptedAgain("order sent again")))
                .exec(FollowOrder.chain("read the order", patience, session -> {}))
                .exec(session -> taken(session, "order decided", "CONFIRMED", session.contains(Seen.STATE) ? session.getString(Seen.STATE) : "unknown"))
                .exec(exitHereIfFailed())
                .exec(ordering(2))
                .exec(step("same key, other body", "422", Orders.refused("same key, other body", 422, "IDEMPOTENCY_KEY_REUSED")))
                .exec(ordering(1))
                .exec(step(LAST_STEP, "202, the same order", Orders.acceptedAgain(LAST_STEP)));
    }

    private ChainBuilder listed(String id) {
        return exec(session -> session.set(Catalogue.PRODUCT, id))
                .exec(step("list of products", "200", Catalogue.products()));
    }

    private static ChainBuilder ordering(int quantity) {
        return exec(session -> session.set(Orders.QUANTITY, quantity));
    }

    private ChainBuilder step(String name, String asked, HttpRequestActionBuilder request) {
        return exec(Seen::forgotten)
                .exec(request)
                .exec(session -> {
                    String status = session.contains(Seen.STATUS) ? session.get(Seen.STATUS).toString() : "no answer";
                    String code = session.contains(Seen.CODE) ? " " + session.getString(Seen.CODE) : "";
                    steps.taken(Claim.of(name, asked, status + code, !session.isFailed()));
                    return session;
                })
                .exec(exitHereIfFailed());
    }

    private Session taken(Session session, String name, String asked, String found) {
        boolean holds = asked.equals(found) && !session.isFailed();
        steps.taken(Claim.of(name, asked, found, holds));
        return holds ? session : session.markAsFailed();
    }

    private static Map<String, Object> placed(Session session) {
        return Map.of(
                Orders.ORDER, session.getString(Seen.ORDER),
                Orders.RECEIPT, session.getString(Seen.RECEIPT));
    }
}
