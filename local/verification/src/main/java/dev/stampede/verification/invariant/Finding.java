package dev.stampede.verification.invariant;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// The verdict on one claim.
///
/// @param offenders the counterexamples, each as "subject: what is wrong", where the subject is an order id, SKU or
///                  queue
public record Finding(String claim, String asked, String found, List<String> offenders) {

    public Finding {
        Objects.requireNonNull(claim, "claim");
        offenders = List.copyOf(offenders);
    }

    /// A claim that must hold for each of many subjects.
    public static Finding ofAll(String claim, long examined, Collection<String> offenders) {
        long wrong = offenders.stream().map(Finding::subject).distinct().count();
        return new Finding(claim, Long.toString(examined), Long.toString(examined - wrong), List.copyOf(offenders));
    }

    /// A claim that something does not occur.
    static Finding ofNone(String claim, Collection<String> offenders) {
        return new Finding(claim, "0", Integer.toString(offenders.size()), List.copyOf(offenders));
    }

    public boolean holds() {
        return offenders.isEmpty();
    }

    /// The part of an offender before the colon.
    public static String subject(String offender) {
        return offender.replaceFirst(": .*", "");
    }
}
