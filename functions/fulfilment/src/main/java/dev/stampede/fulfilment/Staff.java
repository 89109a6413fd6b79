package dev.stampede.fulfilment;

import dev.stampede.model.Actor;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The member of the staff who asks for something, and what they say about it.
///
/// @param member the verified address, or the user's id where there is none
public record Staff(String member, Optional<String> note) {

    public Staff {
        Objects.requireNonNull(member, "member");
    }

    Actor at(Instant now) {
        return Actor.staff(member, now, note);
    }
}
