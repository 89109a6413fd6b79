package dev.stampede.load.verdict;

import java.util.Objects;

/// One row of a verdict.
public record Claim(String name, String asked, String found, Outcome outcome) {

    public enum Outcome {
        PASS,
        FAIL,
        /// Worth knowing; decides nothing.
        NOTE
    }

    public Claim {
        Objects.requireNonNull(outcome, "outcome");
        name = oneLine(name);
        asked = oneLine(asked);
        found = oneLine(found);
    }

    public static Claim exactly(String name, long asked, long found) {
        return of(name, Long.toString(asked), Long.toString(found), asked == found);
    }

    public static Claim of(String name, String asked, String found, boolean holds) {
        return new Claim(name, asked, found, holds ? Outcome.PASS : Outcome.FAIL);
    }

    public static Claim note(String name, Object found) {
        return new Claim(name, "-", found.toString(), Outcome.NOTE);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
