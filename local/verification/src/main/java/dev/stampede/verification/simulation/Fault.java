package dev.stampede.verification.simulation;

/// What the world does to the shop. Each seed has some of them, each with its own probability.
public enum Fault {
    /// A message, a record or a batch comes again though it was taken.
    REPEAT("repeated deliveries", 0.02, 0.10),
    /// A message or a record comes minutes late, so that later ones overtake it.
    LATE("late deliveries", 0.02, 0.15),
    /// A call has its effect and then fails.
    ANSWER_LOST("answers lost after the effect", 0.01, 0.05),
    /// The client library sends a write a second time because its answer was lost.
    RESENT("writes sent twice", 0.01, 0.10),
    THROTTLE("throttles", 0.01, 0.15),
    CONFLICT("transaction conflicts", 0.02, 0.30),
    /// A read that may be out of date is.
    STALE_READ("stale reads", 0.05, 0.50),
    CRASH_BEFORE("crashes before a call", 0.005, 0.04),
    CRASH_AFTER("crashes after a call", 0.005, 0.04),
    /// A worker stands still until its message is given to another one, and then goes on.
    ZOMBIE("workers that woke too late", 0.005, 0.03),
    OVERLAP("overlapping sweeps", 0.1, 0.6),
    /// A worker's clock is up to two seconds off.
    CLOCK_SKEW("skewed clocks", 0.3, 1.0),
    GATEWAY_SILENT_BEFORE("gateway calls unanswered, without effect", 0.02, 0.20),
    GATEWAY_SILENT_AFTER("gateway calls unanswered, with effect", 0.02, 0.20),
    /// Minutes in which the gateway answers nobody; the probability is that of having one.
    GATEWAY_OUTAGE("gateway outages", 0.5, 1.0),
    /// The topic refuses some of a batch.
    PUBLISH_REFUSED("refused publications", 0.02, 0.15),
    /// The stream forgets what it held about some orders; the probability is that of having such an outage.
    STREAM_OUTAGE("records forgotten by the stream", 0.5, 1.0);

    private final String title;
    private final double least;
    private final double most;

    Fault(String title, double least, double most) {
        this.title = title;
        this.least = least;
        this.most = most;
    }

    public String title() {
        return title;
    }

    double probability(double share) {
        return least + share * (most - least);
    }
}
