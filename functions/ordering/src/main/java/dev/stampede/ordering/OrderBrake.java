package dev.stampede.ordering;

import dev.stampede.model.PlacedOrder;
import dev.stampede.model.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Says when one mailbox or one place has had enough orders accepted for a quarter of an hour. Each of them can hold
/// units for a while and have mails sent.
///
/// Nearly everybody orders once, so most orders are counted in memory alone and cost no call; only every second one of
/// a mailbox and every tenth from a place, in one instance, is noted in the table, with those before it. So an instance
/// may let a few through that nobody has noted, and who is over a limit is turned away out of memory.
public final class OrderBrake {

    /// @param perMailbox in a quarter of an hour, however the address is written
    /// @param perPlace   in a quarter of an hour; many shoppers may share a place
    public record Bounds(int perMailbox, int perPlace) {}

    static final int NOTED_FOR_A_MAILBOX = 2;
    static final int NOTED_FROM_A_PLACE = 10;

    private final RateLimits limits;
    private final Bounds bounds;
    private final InstantSource clock;
    private final Map<String, Integer> unnoted = new Remembered<>();
    private final Map<String, Instant> closed = new Remembered<>();
    private final Map<String, Boolean> counted = new Remembered<>();

    public OrderBrake(RateLimits limits, Bounds bounds, InstantSource clock) {
        this.limits = limits;
        this.bounds = bounds;
        this.clock = clock;
    }

    /// How long to wait, where it is too often; else the order is counted. The same order is counted once.
    Optional<Duration> refusal(PlacedOrder order, String place) {
        if (isCounted(order.orderId())) {
            return Optional.empty();
        }
        Optional<Duration> fromPlace = count(from(place), NOTED_FROM_A_PLACE, bounds.perPlace());
        if (fromPlace.isPresent()) {
            forget(order.orderId());
            return fromPlace;
        }
        Optional<Duration> forWhom = count(forWhom(order), NOTED_FOR_A_MAILBOX, bounds.perMailbox());
        if (forWhom.isPresent()) {
            forget(order.orderId());
            credit(from(place));
        }
        return forWhom;
    }

    /// Takes the count of an order back that was not placed after all. It costs no call: what is noted already is set off
    /// against the orders that this instance counts next.
    void uncount(PlacedOrder order, String place) {
        if (forget(order.orderId())) {
            credit(from(place));
            credit(forWhom(order));
        }
    }

    private static String from(String place) {
        return "order from " + place;
    }

    /// Whoever only says that an address is theirs does not use up what its owner may do.
    private static String forWhom(PlacedOrder order) {
        return "order for " + (order.customer().proven() ? "the owner of " : "") + order.customer().identity();
    }

    private Optional<Duration> count(String what, int together, int most) {
        Optional<Duration> pause = closedFor(what);
        if (pause.isPresent() || !mustBeNoted(what, Math.min(together, most))) {
            return pause;
        }
        Optional<Duration> refusal = limits.take(what, Math.min(together, most), most);
        refusal.ifPresent(wait -> close(what, clock.instant().plus(wait)));
        return refusal;
    }

    private synchronized boolean isCounted(String orderId) {
        return counted.put(orderId, true) != null;
    }

    private synchronized boolean forget(String orderId) {
        return counted.remove(orderId) != null;
    }

    private synchronized void credit(String what) {
        unnoted.merge(what, -1, Integer::sum);
    }

    private synchronized Optional<Duration> closedFor(String what) {
        return Optional.ofNullable(closed.get(what))
                .map(until -> Duration.between(clock.instant(), until))
                .filter(Duration::isPositive);
    }

    private synchronized boolean mustBeNoted(String what, int together) {
        int since = unnoted.merge(what, 1, Integer::sum);
        if (since >= together) {
            unnoted.remove(what);
        }
        return since >= together;
    }

    private synchronized void close(String what, Instant until) {
        closed.put(what, until);
    }

    /// Forgets the eldest: what is forgotten is let through, or noted a little later.
    private static final class Remembered<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    }
}
