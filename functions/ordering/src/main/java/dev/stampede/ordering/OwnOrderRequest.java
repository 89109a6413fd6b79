package dev.stampede.ordering;

import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.wire.OrderViewJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A shopper's request to change an order: path, receipt, and a note in a body that may be left out; and its answer.
final class OwnOrderRequest {

    /// A method of [ChangeOwnOrder].
    interface Change {
        ChangeOwnOrder.Result apply(String orderId, Optional<String> receiptToken, Optional<String> note);
    }

    private static final int MAX_BYTES = 4 * 1024;

    private OwnOrderRequest() {}

    static HttpResponse answer(HttpRequest request, String done, Change change) {
        return switch (note(request)) {
            case Refused<Optional<String>>(HttpResponse problem) -> problem;
            case Valid<Optional<String>>(Optional<String> note) -> answer(
                    change.apply(request.pathParameter("id"), request.header("X-Receipt-Token"), note), done);
        };
    }

    private static RequestBody.Result<Optional<String>> note(HttpRequest request) {
        return RequestBody.read(request.body(), MAX_BYTES, Set.of("note"), body -> Optional.of(body.optional(
                "note", String.class, "a text of at most " + HistoryEntry.MAX_NOTE + " characters on one line",
                Actor::isNote)));
    }

    private static HttpResponse answer(ChangeOwnOrder.Result result, String done) {
        return switch (result) {
            case ChangeOwnOrder.Result.Changed(Order order) -> HttpResponse.ok(done, OrderViewJson.forShopper(order));
            case ChangeOwnOrder.Result.Refused(Order order) -> conflict(order.status());
            case ChangeOwnOrder.Result.Pending _ -> conflict(OrderStatus.PENDING).withHeader("retry-after", "1");
            case ChangeOwnOrder.Result.Superseded _ -> GetOrderHandler.superseded();
            case ChangeOwnOrder.Result.NotFound _ -> GetOrderHandler.notFound();
        };
    }

    private static HttpResponse conflict(OrderStatus status) {
        return HttpResponse.problem(409, "ORDER_STATE_CONFLICT",
                "The order's state does not allow this. Nothing was changed.",
                List.of(new Detail("status", status.name(), "the order is " + status.name())));
    }
}
