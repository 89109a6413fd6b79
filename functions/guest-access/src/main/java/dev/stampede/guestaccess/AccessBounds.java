package dev.stampede.guestaccess;

import dev.stampede.model.Customer;
import dev.stampede.model.RateLimits;
import java.time.Duration;
import java.util.Optional;

/// How often one address and one place may ask or try. They are counted before anything is looked up, so that a refusal
/// says nothing of what exists.
///
/// @param name       of what is tried
/// @param perPlace   in a quarter of an hour; many shoppers may share a place
/// @param perAddress in a quarter of an hour, however the address is written
record AccessBounds(String name, int perPlace, int perAddress) {

    static final AccessBounds ASKING = new AccessBounds("ask", 30, 5);
    static final AccessBounds TRYING = new AccessBounds("try", 60, 20);

    /// How long to wait, where it is too often.
    Optional<Duration> refusal(RateLimits limits, String email, String place) {
        String who = new Customer(Optional.of(email), Optional.empty()).identity();
        return limits.take(name + " from " + place, perPlace)
                .or(() -> limits.take(name + " for " + who, perAddress));
    }
}
