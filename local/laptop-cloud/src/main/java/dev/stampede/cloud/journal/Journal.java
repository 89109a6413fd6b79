package dev.stampede.cloud.journal;

import java.time.Instant;
import java.util.Set;

/// Where every hop of the laptop cloud is noted, so that one order's story can be told afterwards.
public interface Journal {

    /// One hop.
    ///
    /// @param kind    what kind of hop: `http`, `invoke`, `sqs`, `dynamodb`, `stream`, `sns`, `deliver`, `ses`,
    ///                `dead-letter`
    /// @param actor   who acted: a function's name, `shopper`, `queue poller`, ...
    /// @param target  on what: a route, function, table, queue, topic
    /// @param action  such as `SendMessage`, `POST /orders`, `order_created`
    /// @param outcome `ok` or what went wrong
    /// @param micros  how long it took, in microseconds
    /// @param orders  the ids of the orders it was about
    record Hop(
            Instant at,
            String kind,
            String actor,
            String target,
            String action,
            String outcome,
            long micros,
            Set<String> orders) {}

    void note(Hop hop);
}
