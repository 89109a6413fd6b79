package dev.stampede.cloud.fault;

import dev.stampede.cloud.fault.LiveRule.Hit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What goes wrong with one call of AWS.
///
/// @param delay how long the call waits before anything else
public record CallFault(Duration delay, Outcome outcome) {

    static final CallFault NONE = new CallFault(Duration.ZERO, new Outcome.Served());

    public sealed interface Outcome {
        record Served() implements Outcome {}

        /// Refused as the service does when it is called too often.
        record Throttled(Spot spot) implements Outcome {}

        /// A server error, and nothing done.
        record Failed() implements Outcome {}

        /// Done, then a server error.
        record FailedAfterCommit() implements Outcome {}

        /// No answer, and nothing done.
        record RequestLost() implements Outcome {}

        /// Done, and no answer.
        record ReplyLost() implements Outcome {}

        /// Another transaction is at work on an item that this call writes.
        record Conflicted(Spot spot) implements Outcome {}
    }

    static Outcome outcome(Hit hit) {
        return switch (hit.rule().kind()) {
            case THROTTLE -> new Outcome.Throttled(new Spot(hit, 3));
            case ERROR -> new Outcome.Failed();
            case ERROR_AFTER_COMMIT -> new Outcome.FailedAfterCommit();
            case LOST_REQUEST -> new Outcome.RequestLost();
            case LOST_REPLY -> new Outcome.ReplyLost();
            case CONFLICT -> new Outcome.Conflicted(new Spot(hit, 1));
            case LATENCY, KILL, DUPLICATE, REORDER, PAUSE -> NONE.outcome;
        };
    }

    /// Which part of a call is hit.
    public static final class Spot {

        private final Hit hit;
        private final int part;

        /// @param part where the rule names the resource
        private Spot(Hit hit, int part) {
            this.hit = hit;
            this.part = part;
        }

        /// @param resources of each part of the call, such as the tables of a transaction's actions
        /// @return the place of the one that is hit; the first where none is what the rule names
        public int among(List<String> resources) {
            int[] possible = IntStream.range(0, resources.size())
                    .filter(i -> hit.rule().matches(part, resources.get(i)))
                    .toArray();
            return possible.length == 0 ? 0 : possible[hit.lot() % possible.length];
        }
    }
}
