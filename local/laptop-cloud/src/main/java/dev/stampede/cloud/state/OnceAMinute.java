package dev.stampede.cloud.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Says of each trouble one sentence a minute, however often it is met.
public final class OnceAMinute {

    private static final Duration BETWEEN_SENTENCES = Duration.ofMinutes(1);

    private final Consumer<String> say;
    private final LongSupplier nanoTime;
    private final Map<String, Long> said = new HashMap<>();

    public OnceAMinute(Consumer<String> say, LongSupplier nanoTime) {
        this.say = say;
        this.nanoTime = nanoTime;
    }

    /// @param trouble one of few; what is met twice has the same
    public void say(String trouble, String sentence) {
        if (isDue(trouble)) {
            say.accept(sentence);
        }
    }

    /// The trouble is over: should it come back, it is said at once.
    public synchronized void over(String trouble) {
        said.remove(trouble);
    }

    private synchronized boolean isDue(String trouble) {
        long now = nanoTime.getAsLong();
        Long last = said.get(trouble);
        if (last != null && now - last < BETWEEN_SENTENCES.toNanos()) {
            return false;
        }
        said.put(trouble, now);
        return true;
    }
}
