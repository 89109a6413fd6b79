package dev.stampede.load.journeys;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.stampede.load.endpoints.Orders;
import dev.stampede.load.endpoints.Seen;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Reads the placed order, more and more patiently, until it is decided or patience ends.
final class FollowOrder {

    private static final Set<String> UNDECIDED = Set.of("PENDING", "RESERVED");
    private static final String UNTIL = "followUntil";
    private static final String WAIT = "followWait";
    private static final int FIRST_WAIT = 250;
    private static final int LONGEST_WAIT = 2000;

    private FollowOrder() {}

    /// @param told hears of each answer, before the session forgets it
    static ChainBuilder chain(String name, Duration patience, Consumer<Session> told) {
        return exec(session -> session
                .set(UNTIL, System.nanoTime() + patience.toNanos())
                .set(WAIT, FIRST_WAIT)
                .set(Seen.STATE, "PENDING"))
                .exec(asLongAs(FollowOrder::mustWait).on(
                        exec(Seen::forgotten)
                                .pause(FollowOrder::wait)
                                .exec(Orders.read(name))
                                .exec(session -> {
                                    told.accept(session);
                                    int longer = Math.min(LONGEST_WAIT, session.getInt(WAIT) * 8 / 5);
                                    return session.markAsSucceeded().set(WAIT, longer);
                                })));
    }

    /// A failed read is one more reason to read again; whether it is forgiven is for the one who hears of it.
    private static boolean mustWait(Session session) {
        boolean decided = session.contains(Seen.STATE) && !UNDECIDED.contains(session.getString(Seen.STATE));
        return !decided && session.getLong(UNTIL) > System.nanoTime();
    }

    /// With jitter, so that those who came at once do not come back at once.
    private static Duration wait(Session session) {
        int wait = session.getInt(WAIT);
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(wait / 2, wait + 1));
    }
}
