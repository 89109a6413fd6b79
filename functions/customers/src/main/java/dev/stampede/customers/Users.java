package dev.stampede.customers;

import java.util.List;
import java.util.Optional;

/// The shop's user pool.
public interface Users {

    sealed interface Listing {
        /// @param next where to go on; empty on the last page
        record Page(List<User> users, Optional<String> next) implements Listing {}

        record UnknownCursor() implements Listing {}

        record Busy() implements Listing {}
    }

    sealed interface Search {
        record Found(User user, List<String> groups) implements Search {}

        record Nobody() implements Search {}

        record Busy() implements Search {}
    }

    /// @param limit 1 to 60
    Listing list(int limit, Optional<String> after);

    /// @param id a `sub`
    Search find(String id);
}
