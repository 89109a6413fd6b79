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
import java.util.Optional;
import java.util.function.Function;

/// A shopper's first visit, with the mistakes shoppers make: it shows in seconds whether all parts of the shop work.
/// The first step that fails ends it.
public record FirstOrder(Optional<String> product, Duration patience, Steps steps) {

    public static final String LAST_STEP = "order sent once more";

    private static final String DECIDED = "CONFIRMED";

    /// The other body comes after the order is decided: before it is recorded, nobody can know what the first body was.
    public ChainBuilder chain() {
        return step("health", "200", name -> Catalogue.health())
                .exec(listed())
                .exec(step("one product", "200", name -> Catalogue.product()))
                .exec(step("unknown product", "404", name -> Catalogue.unknownProduct()))
                .exec(step("categories", "200", name -> Catalogue.categories()))
                .exec(ordering(0))
                .exec(step("order of 0 pieces", "400", name -> Orders.refused(name, 400, "VALIDATION_FAILED")))
                .exec(ordering(1))
                .exec(step("order", "202", Orders::accepted))
                .exec(FirstOrder::keepReceipt)
                .exec(step("order sent again", "202, the same order", Orders::acceptedAgain))
                .exec(FollowOrder.chain("read the order", patience, session -> {}))
                .exec(this::decided)
                .exec(exitHereIfFailed())
                .exec(ordering(2))
                .exec(step("same key, other body", "422", name -> Orders.refused(name, 422, "IDEMPOTENCY_KEY_REUSED")))
                .exec(ordering(1))
                .exec(step(LAST_STEP, "202, the same order", Orders::acceptedAgain));
    }

    private ChainBuilder listed() {
        return product
                .map(id -> exec(session -> session.set(Catalogue.PRODUCT, id))
                        .exec(step("list of products", "200", name -> Catalogue.products())))
                .orElseGet(() -> step(
                        "list of products", "200, some in stock", name -> Catalogue.productsToChooseFrom()));
    }

    private static ChainBuilder ordering(int quantity) {
        return exec(session -> session.set(Orders.QUANTITY, quantity));
    }

    private ChainBuilder step(String name, String asked, Function<String, HttpRequestActionBuilder> request) {
        return exec(Seen::forgotten)
                .exec(request.apply(name))
                .exec(session -> {
                    String status = session.contains(Seen.STATUS) ? session.get(Seen.STATUS).toString() : "no answer";
                    String code = session.contains(Seen.CODE) ? " " + session.getString(Seen.CODE) : "";
                    steps.taken(Claim.of(name, asked, status + code, !session.isFailed()));
                    return session;
                })
                .exec(exitHereIfFailed());
    }

    private Session decided(Session session) {
        String state = session.contains(Seen.STATE) ? session.getString(Seen.STATE) : "unknown";
        steps.taken(Claim.of("order decided", DECIDED, state, state.equals(DECIDED)));
        return state.equals(DECIDED) ? session : session.markAsFailed();
    }

    private static Session keepReceipt(Session session) {
        return session.set(Orders.ORDER, session.getString(Seen.ORDER))
                .set(Orders.RECEIPT, session.getString(Seen.RECEIPT));
    }
}
