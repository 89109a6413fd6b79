package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// An application that calls for a user who has not signed in.
///
/// @param name as it was given: an address or a `sub`
record Caller(UserPool pool, UserPool.Client client, String name, JsonNode body) {

    String text(String field) {
        return body.path(field).asText();
    }

    /// The same for each way of writing an address.
    String counted() {
        return pool.id() + " " + name.toLowerCase(Locale.ROOT);
    }
}
