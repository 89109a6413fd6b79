package dev.stampede.cloud.cognito;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often somebody may try, counted by name and not by account: an unknown name runs out just like a known one.
final class Attempts {

    private static final int MAX_NAMES = 10_000;
    private static final int FREE_PASSWORDS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Map<String, Deque<Instant>> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MAX_NAMES;
        }
    };

    /// Notes one more, unless there were as many already within the hour.
    boolean mayInAnHour(int most, String name, Instant now) {
        Deque<Instant> earlier = since(name, now.minus(Duration.ofHours(1)));
        if (earlier.size() >= most) {
            return false;
        }
        earlier.addLast(now);
        return true;
    }

    /// After five wrong passwords each next one waits, a second at first and then twice as long
    /// (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html).
    boolean isLocked(String name, Instant now) {
        Deque<Instant> wrong = since("password " + name, now.minus(LONGEST_WAIT));
        if (wrong.size() < FREE_PASSWORDS) {
            return false;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(wrong.size() - FREE_PASSWORDS, 10));
        return now.isBefore(wrong.getLast().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    void wrongPassword(String name, Instant now) {
        since("password " + name, now.minus(LONGEST_WAIT)).addLast(now);
    }

    void rightPassword(String name) {
        byName.remove("password " + name);
    }

    private Deque<Instant> since(String name, Instant start) {
        Deque<Instant> times = byName.computeIfAbsent(name, _ -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(start));
        return times;
    }
}
