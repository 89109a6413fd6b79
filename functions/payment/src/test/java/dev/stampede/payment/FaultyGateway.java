package dev.stampede.payment;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The provider behind a line that fails on demand, with every call that was made to it. What stays unanswered did not
/// get through.
final class FaultyGateway implements PaymentGateway {

    enum Operation {
        AUTHORIZE, CAPTURE, VOID, REFUND
    }

    final InMemoryGateway books = new InMemoryGateway();
    final List<Operation> asked = new CopyOnWriteArrayList<>();
    final Set<Operation> unanswered = EnumSet.noneOf(Operation.class);
    Runnable onTheWay = () -> {};
    boolean reachable = true;
    int pings;

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        return answer(Operation.AUTHORIZE, () -> books.authorize(orderId, amount, token), new Unanswered("timeout"));
    }

    @Override
    public Capture capture(String orderId) {
        return answer(Operation.CAPTURE, () -> books.capture(orderId), Capture.UNANSWERED);
    }

    @Override
    public Void voidAuthorization(String orderId) {
        return answer(Operation.VOID, () -> books.voidAuthorization(orderId), Void.UNANSWERED);
    }

    @Override
    public Refund refund(String orderId, String refundId, Money amount) {
        return answer(Operation.REFUND, () -> books.refund(orderId, refundId, amount), Refund.UNANSWERED);
    }

    @Override
    public boolean isReachable() {
        pings++;
        return reachable;
    }

    private <A> A answer(Operation operation, Supplier<A> answer, A none) {
        asked.add(operation);
        onTheWay.run();
        return unanswered.contains(operation) ? none : answer.get();
    }
}
