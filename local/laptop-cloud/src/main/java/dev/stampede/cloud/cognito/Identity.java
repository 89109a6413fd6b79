package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/// What answers in Cognito's place. Most of its operations anybody may call.
public interface Identity {

    record Reply(int status, JsonNode body) {}

    /// @param operation such as `InitiateAuth`: what stands behind the dot in the header
    ///                  `x-amz-target: AWSCognitoIdentityProviderService.InitiateAuth`
    Reply handle(String operation, JsonNode body);

    /// Whether the caller of an operation signs with AWS credentials, and a policy has to allow it.
    boolean isAdministrative(String operation);

    /// @param operation an administrative one, whose caller may do it
    Reply administer(String operation, JsonNode body);

    /// The documents that an issuer publishes: `/<poolId>/.well-known/openid-configuration` and `.../jwks.json`.
    Optional<JsonNode> document(String path);

    Identity NONE = new Identity() {
        @Override
        public Reply handle(String operation, JsonNode body) {
            return new Reply(400, JsonNodeFactory.instance.objectNode()
                    .put("__type", "ResourceNotFoundException").put("message", "There is no user pool."));
        }

        @Override
        public boolean isAdministrative(String operation) {
            return false;
        }

        @Override
        public Reply administer(String operation, JsonNode body) {
            return handle(operation, body);
        }

        @Override
        public Optional<JsonNode> document(String path) {
            return Optional.empty();
        }
    };
}
