package dev.stampede.verification.storm;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// One claim, and what was found.
///
/// @param offenders what speaks against it: the id of an order, a SKU or a queue, a colon, and what is wrong with it
public record Finding(String claim, String asked, String found, List<String> offenders) {

    public Finding {
        Objects.requireNonNull(claim, "claim");
        offenders = List.copyOf(offenders);
    }

    /// A claim about each of many.
    static Finding ofAll(String claim, long examined, Collection<String> offenders) {
        long wrong = offenders.stream().map(Finding::subject).distinct().count();
        return new Finding(claim, Long.toString(examined), Long.toString(examined - wrong), List.copyOf(offenders));
    }

    /// A claim that there is none of something.
    static Finding ofNone(String claim, Collection<String> offenders) {
        return new Finding(claim, "0", Integer.toString(offenders.size()), List.copyOf(offenders));
    }

    public boolean holds() {
        return offenders.isEmpty();
    }

    /// What an offender is about, without what is wrong with it.
    static String subject(String offender) {
        return offender.replaceFirst(": .*", "");
    }
}
