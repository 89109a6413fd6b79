package dev.stampede.cloud.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.KeptState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;

/// The RS256 key that signs every token. It is kept, so that a token outlives a restart.
final class SigningKey {

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /// @throws IllegalStateException with a sentence that names the file when it is damaged or cannot be made
    static SigningKey in(Path stateDir, DiskWatch disk) {
        Path file = stateDir.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(stateDir);
                disk.disk().replaceForGood(file, generate().toJSONString().getBytes(StandardCharsets.UTF_8));
            }
            RSAKey key = RSAKey.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (!key.isPrivate()) {
                throw new ParseException("not a private key", 0);
            }
            return new SigningKey(key);
        } catch (IOException e) {
            throw KeptState.cannotBeWritten(stateDir, e);
        } catch (ParseException e) {
            throw KeptState.damaged(file, "everybody has to sign in again then", e);
        }
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    String sign(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /// The claims of a token that this key signed.
    Optional<JWTClaimsSet> read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()))
                    ? Optional.of(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a signing key", e);
        }
    }
}
