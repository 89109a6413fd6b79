package dev.stampede.dynamodb.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/// An error as it came back.
///
/// @param code without the part of the service that it comes from
record Refusal(int status, String code, String message, JsonNode body) {

    static Refusal of(int status, JsonNode body) {
        String type = body.path("__type").asText();
        String message = body.hasNonNull("message") ? body.get("message").asText() : body.path("Message").asText(null);
        return new Refusal(status, type.substring(type.indexOf('#') + 1), message, body);
    }

    /// As it reads in an assertion: `ValidationException: ...`.
    @Override
    public String toString() {
        return code + ": " + message;
    }
}
