package dev.stampede.verification.simulation;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway;
import java.util.function.Supplier;

/// A provider that sometimes gives no answer, with or without having done what it was asked.
final class SilentGateway implements PaymentGateway {

    private static final long OUTAGE = 600_000;

    private final PaymentGateway provider;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Trace trace;
    private final long outageFrom;

    /// @param outageFrom when it answers nobody for ten minutes, if the seed has such a time
    SilentGateway(PaymentGateway provider, Scheduler scheduler, Faults faults, Trace trace, long outageFrom) {
        this.provider = provider;
        this.scheduler = scheduler;
        this.faults = faults;
        this.trace = trace;
        this.outageFrom = outageFrom;
    }

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        return ask("authorize " + orderId, () -> provider.authorize(orderId, amount, token),
                new Authorization.Unanswered("timeout"));
    }

    @Override
    public Capture capture(String orderId) {
        return ask("capture " + orderId, () -> provider.capture(orderId), Capture.UNANSWERED);
    }

    @Override
    public Void voidAuthorization(String orderId) {
        return ask("void " + orderId, () -> provider.voidAuthorization(orderId), Void.UNANSWERED);
    }

    @Override
    public Refund refund(String orderId, String refundId, Money amount) {
        return ask("refund " + orderId, () -> provider.refund(orderId, refundId, amount), Refund.UNANSWERED);
    }

    @Override
    public boolean isReachable() {
        return !outage() && provider.isReachable();
    }

    private boolean outage() {
        return !faults.haveStopped() && scheduler.now() >= outageFrom && scheduler.now() < outageFrom + OUTAGE;
    }

    private <T> T ask(String what, Supplier<T> operation, T silence) {
        boolean outage = outage();
        if (outage) {
            faults.count(Fault.GATEWAY_OUTAGE);
        }
        if (outage || faults.strikes(Fault.GATEWAY_SILENT_BEFORE)) {
            return silent(what, " without effect", silence);
        }
        T answer = operation.get();
        return faults.strikes(Fault.GATEWAY_SILENT_AFTER) ? silent(what, " after its effect", silence) : answer;
    }

    private <T> T silent(String what, String how, T silence) {
        scheduler.current().disturb();
        trace.add(scheduler.now(), "gateway", "is silent to " + what.substring(0, what.indexOf(' ') + 9) + how);
        scheduler.pause(8_000);
        return silence;
    }
}
