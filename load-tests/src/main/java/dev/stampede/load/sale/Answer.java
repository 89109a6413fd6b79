package dev.stampede.load.sale;

import java.util.Optional;

/// One answer that one buyer got.
///
/// @param key    the idempotency key: there is one per buyer
/// @param status the HTTP status, 0 where there was no answer at all
/// @param code   the error code of a refusal
/// @param order  the order the answer is about
/// @param state  the order's status, where the answer tells it
/// @param faulty whether the answer broke what its request asks of every answer
public record Answer(
        Request request,
        String key,
        int status,
        Optional<String> code,
        Optional<String> order,
        Optional<String> state,
        long millis,
        boolean faulty) {

    public enum Request {
        PLACE,
        /// The same POST once more, as an impatient shopper or a shaky network sends it.
        REPLAY,
        READ
    }

    public boolean isAccepted() {
        return request != Request.READ && status == 202;
    }

    public boolean isSoldOut() {
        return request != Request.READ && status == 409 && code.filter("SOLD_OUT"::equals).isPresent();
    }

    /// The shop asked to come back later: not an error, and counted apart.
    public boolean isShed() {
        return !faulty && (status == 429 || status == 503);
    }
}
