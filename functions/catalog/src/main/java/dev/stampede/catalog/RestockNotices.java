package dev.stampede.catalog;

import java.time.Instant;

/// Who wants to be told that units of a product are back.
public interface RestockNotices {

    enum Outcome {
        NOTED,
        NOTED_BEFORE,
        /// The address asked for as much as one address may.
        TOO_MANY,
        /// Another request of the address is being noted; worth another try.
        BUSY
    }

    /// Notes one address for one product, once, and counts it against what the address may ask for.
    Outcome note(String productId, String email, Instant now);

    /// Has whoever sends the mails look at the product. After the note, so that they find it.
    void waitFor(String productId, Instant now);
}
