package dev.stampede.cloud.apigateway;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// The keys that token issuers publish.
@FunctionalInterface
public interface SigningKeys {

    Optional<RSAPublicKey> find(String issuer, String keyId);
}
