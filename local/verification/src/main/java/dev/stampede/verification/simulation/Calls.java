package dev.stampede.verification.simulation;

import java.util.function.Supplier;

/// The way of every call that a function makes to the world: here others get their turn, time passes, and faults
/// strike.
final class Calls {

    private final Scheduler scheduler;
    private final Faults faults;
    private final Dice dice;
    private final Trace trace;

    Calls(Scheduler scheduler, Faults faults, Dice dice, Trace trace) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.dice = dice;
        this.trace = trace;
    }

    /// A call that only reads.
    <T> T read(String what, Supplier<RuntimeException> throttled, Supplier<T> effect) {
        before(what, throttled);
        return outcome(what, effect);
    }

    /// A call whose client sends it again when no answer comes.
    <T> T write(String what, Supplier<RuntimeException> throttled, Supplier<T> effect) {
        before(what, throttled);
        if (faults.strikes(Fault.RESENT)) {
            scheduler.current().disturb();
            try {
                var _ = effect.get();
                trace(what + " sent twice");
            } catch (RuntimeException _) {
                // The client tries again whatever the answer was that it did not get.
            }
        }
        return after(what, effect);
    }

    /// A call that the other side recognises when it is sent again.
    <T> T writeOnce(String what, Supplier<RuntimeException> throttled, Supplier<T> effect) {
        before(what, throttled);
        return after(what, effect);
    }

    private void before(String what, Supplier<RuntimeException> throttled) {
        Invocation me = scheduler.current();
        long latency = dice.between(1L, 15L);
        if (me.patience() > 0 && faults.strikes(Fault.ZOMBIE)) {
            me.disturb();
            trace("stands still before " + what);
            latency += me.patience() + dice.between(0L, 60_000L);
        }
        scheduler.pause(latency);
        crash(Fault.CRASH_BEFORE, what);
        if (faults.strikes(Fault.THROTTLE)) {
            me.disturb();
            trace(what + " -> throttled");
            throw throttled.get();
        }
    }

    private <T> T after(String what, Supplier<T> effect) {
        T answer = outcome(what, effect);
        crash(Fault.CRASH_AFTER, what);
        if (faults.strikes(Fault.ANSWER_LOST)) {
            scheduler.current().disturb();
            trace(what + " -> answer lost");
            throw AwsErrors.unanswered();
        }
        return answer;
    }

    private <T> T outcome(String what, Supplier<T> effect) {
        try {
            T answer = effect.get();
            trace(what);
            return answer;
        } catch (RuntimeException e) {
            trace(what + " -> " + e.getClass().getSimpleName());
            throw e;
        }
    }

    private void crash(Fault when, String what) {
        if (faults.strikes(when)) {
            scheduler.current().disturb();
            trace((when == Fault.CRASH_BEFORE ? "crashes before " : "crashes after ") + what);
            throw new Crash();
        }
    }

    private void trace(String what) {
        trace.add(scheduler.now(), scheduler.current().worker(), what);
    }
}
