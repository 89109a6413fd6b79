package dev.stampede.verification.crash;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Counts the AWS calls of one invocation and ends it at one of them, as a timeout or a lost machine does: no code of
/// the function runs any more, for an `Error` is caught by none of it.
final class CrashPoint implements ExecutionInterceptor {

    enum Side {
        /// The call never leaves.
        BEFORE,
        /// The call is done; nobody hears of it.
        AFTER
    }

    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int place;
    private Side side = Side.BEFORE;
    private int calls;
    private boolean died;

    /// @param place which call, the first being 1; 0 for none
    void arm(int place, Side side) {
        this.place = place;
        this.side = side;
        this.calls = 0;
        this.died = false;
    }

    int calls() {
        return calls;
    }

    boolean died() {
        return died;
    }

    @Override
    public synchronized void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        calls++;
        dieIf(Side.BEFORE);
    }

    @Override
    public synchronized void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        dieIf(Side.AFTER);
    }

    private void dieIf(Side here) {
        if (calls == place && side == here && !died) {
            died = true;
            throw new Died();
        }
    }
}
