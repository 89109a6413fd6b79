package dev.stampede.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cognito.Identity;
import dev.stampede.cloud.cognito.LocalIdentity;
import java.util.Optional;

/// Lets the AWS endpoint answer for Cognito.
record CognitoHook(LocalIdentity identity) implements Identity {

    @Override
    public Reply handle(String operation, JsonNode body) {
        return reply(identity.handle(operation, body));
    }

    @Override
    public boolean isAdministrative(String operation) {
        return LocalIdentity.isAdministrative(operation);
    }

    @Override
    public Reply administer(String operation, JsonNode body) {
        return reply(identity.administer(operation, body));
    }

    @Override
    public Optional<JsonNode> document(String path) {
        return identity.document(path);
    }

    private static Reply reply(LocalIdentity.Answer answer) {
        return new Reply(answer.status(), answer.body());
    }
}
