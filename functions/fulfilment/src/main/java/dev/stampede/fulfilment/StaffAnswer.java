package dev.stampede.fulfilment;

import dev.stampede.fulfilment.MoveOrder.Result.Moved;
import dev.stampede.fulfilment.MoveOrder.Result.NotFound;
import dev.stampede.fulfilment.MoveOrder.Result.Refused;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Order;
import dev.stampede.model.wire.OrderViewJson;
import java.util.List;

/// What the staff is told about an order that it moved, or could not move.
final class StaffAnswer {

    private StaffAnswer() {}

    static HttpResponse of(MoveOrder.Result result, String done) {
        return switch (result) {
            case Moved(Order order) -> order(done, order);
            case Refused(Order order) -> conflict(order);
            case NotFound _ -> notFound();
        };
    }

    static HttpResponse order(String message, Order order) {
        return HttpResponse.ok(message, OrderViewJson.forStaff(order));
    }

    static HttpResponse conflict(Order order) {
        String state = "The order is %s, its payment %s, its fraud check %s."
                .formatted(order.status(), order.payment(), order.fraud().decision());
        return HttpResponse.problem(409, "ORDER_STATE_CONFLICT",
                "The order's state does not allow this. Nothing was changed.",
                List.of(new Detail("status", order.status().name(), state)));
    }

    static HttpResponse notFound() {
        return HttpResponse.problem(404, "ORDER_NOT_FOUND", "There is no such order.");
    }
}
