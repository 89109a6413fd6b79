package dev.stampede.local.http;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// The keys that token issuers publish.
@FunctionalInterface
public interface SigningKeys {

    Optional<RSAPublicKey> find(String issuer, String keyId);
}
