package dev.stampede.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.local.endpoint.Identity;
import dev.stampede.local.identity.LocalIdentity;
import java.util.Optional;

/// Lets the AWS endpoint answer for Cognito.
record CognitoHook(LocalIdentity identity) implements Identity {

    @Override
    public Reply handle(String operation, JsonNode body) {
        LocalIdentity.Answer answer = identity.handle(operation, body);
        return new Reply(answer.status(), answer.body());
    }

    @Override
    public Optional<JsonNode> document(String path) {
        return identity.document(path);
    }
}
