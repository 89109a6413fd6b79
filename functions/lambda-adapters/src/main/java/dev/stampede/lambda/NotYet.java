package dev.stampede.lambda;

import java.time.Duration;

/// Thrown for a message that can only be handled after a while, and of which it is known after how long. That is no
/// failure of the message: see [SqsBatch#orLater].
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final Duration after;

    public NotYet(String why, Duration after) {
        super(why, null, false, false);
        this.why = why;
        this.after = after;
    }

    public String why() {
        return why;
    }

    public Duration after() {
        return after;
    }
}
