package dev.stampede.cloud.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can go wrong, by the word that a rule begins with.
public enum FaultKind {
    /// An invocation or a call waits.
    LATENCY("latency", Where.INVOCATION_OR_CALL, new Span(100, 4_000)),
    /// Refused as Lambda or the called service does when there are too many.
    THROTTLE("throttle", Where.INVOCATION_OR_CALL),
    /// Not done, and answered with a function error or a server error.
    ERROR("error", Where.INVOCATION_OR_CALL),
    /// The function's process is killed the hard way while it has the invocation, at the latest when it answers.
    KILL("kill", Where.FUNCTION, new Span(0, 200)),
    /// Done, then answered with a server error: the caller cannot know that it was done.
    ERROR_AFTER_COMMIT("error-after-commit", Where.CALL),
    /// The connection is closed before anything is done.
    LOST_REQUEST("lost-request", Where.CALL),
    /// Done, then the connection is closed without an answer.
    LOST_REPLY("lost-reply", Where.CALL),
    /// A write meets a transaction on the same item.
    CONFLICT("conflict", Where.TABLE),
    /// What was delivered is delivered again, while it is worked on or later.
    DUPLICATE("duplicate", Where.SOURCE, new Span(0, 3_000)),
    /// Held back, so that what came later overtakes it.
    REORDER("reorder", Where.SOURCE, new Span(500, 3_000)),
    /// Nothing is delivered until it is resumed.
    PAUSE("pause", Where.SOURCE);

    /// What the names after the kind are.
    enum Where {
        INVOCATION_OR_CALL(1, 4, "FUNCTION[:SERVICE[:ACTION[:RESOURCE]]]"),
        CALL(2, 4, "FUNCTION:SERVICE[:ACTION[:RESOURCE]]"),
        FUNCTION(1, 1, "FUNCTION"),
        TABLE(1, 2, "FUNCTION[:TABLE]"),
        SOURCE(1, 2, "SOURCE[:CONSUMER]");

        final int least;
        final int most;
        final String form;

        Where(int least, int most, String form) {
            this.least = least;
            this.most = most;
            this.form = form;
        }
    }

    private final String word;
    final Where where;
    /// How long, where a rule does not say; empty for what takes no time.
    final Optional<Span> span;

    FaultKind(String word, Where where) {
        this(word, where, Optional.empty());
    }

    FaultKind(String word, Where where, Span span) {
        this(word, where, Optional.of(span));
    }

    FaultKind(String word, Where where, Optional<Span> span) {
        this.word = word;
        this.where = where;
        this.span = span;
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }

    /// As it stands in rules and reports.
    public String word() {
        return word;
    }

    /// How a rule of this kind is written.
    String form() {
        return word + ":" + where.form + (span.isPresent() ? "[:MS]" : "") + (takesShare() ? "[:SHARE%]" : "");
    }

    /// A consumer is paused or not.
    boolean takesShare() {
        return this != PAUSE;
    }
}
