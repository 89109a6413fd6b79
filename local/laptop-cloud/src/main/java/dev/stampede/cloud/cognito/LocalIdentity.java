package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import dev.stampede.cloud.apigateway.SigningKeys;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.state.DiskWatch;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The user pools of the template, with their users: the demo users, and who signs up.
public final class LocalIdentity implements Identity {

    static final ObjectMapper JSON = new ObjectMapper();

    private final List<UserPool> pools;
    private final SigningKey key;
    private final CognitoOperations operations;

    /// @param stateDir where the signing key and the users are kept
    /// @param disk     told of what could not be kept
    public LocalIdentity(Template template, Path stateDir, MailSink mailSink, DiskWatch disk) {
        this(template, stateDir, mailSink, disk, Clock.systemUTC(), PasswordHash.PBKDF2);
    }

    LocalIdentity(
            Template template, Path stateDir, MailSink mailSink, DiskWatch disk, Clock clock, PasswordHash hash) {
        this.pools = UserPool.in(template);
        this.key = SigningKey.in(stateDir, disk);
        this.operations = new CognitoOperations(
                pools, new Accounts(stateDir, pools, clock.instant(), disk, hash), key, mailSink, clock);
    }

    @Override
    public Reply handle(String operation, JsonNode body) {
        return operations.handle(operation, body);
    }

    @Override
    public boolean isAdministrative(String operation) {
        return Directory.OPERATIONS.contains(operation);
    }

    @Override
    public Reply administer(String operation, JsonNode body) {
        return operations.administer(operation, body);
    }

    @Override
    public Optional<JsonNode> document(String path) {
        for (UserPool pool : pools) {
            String folder = "/" + pool.id() + "/.well-known/";
            if (path.equals(folder + "jwks.json")) {
                return Optional.of(JSON.valueToTree(new JWKSet(key.publicKey()).toJSONObject()));
            }
            if (path.equals(folder + "openid-configuration")) {
                return Optional.of(configuration(pool));
            }
        }
        return Optional.empty();
    }

    /// The keys with which an authorizer verifies tokens of these pools.
    public SigningKeys verifier() {
        return (issuer, keyId) -> pools.stream().anyMatch(pool -> pool.issuer().equals(issuer))
                && key.publicKey().getKeyID().equals(keyId)
                        ? Optional.of(publicKey())
                        : Optional.empty();
    }

    public List<DemoUser> demoUsers() {
        return DemoUser.ALL;
    }

    /// Signs a user in at a pool's first client, without asking for the password.
    ///
    /// @throws IllegalArgumentException when there is no such user or no client
    public Tokens tokens(String email) {
        return operations.tokens(email);
    }

    private RSAPublicKey publicKey() {
        try {
            return key.publicKey().toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key is no RSA key", e);
        }
    }

    private static ObjectNode configuration(UserPool pool) {
        ObjectNode document = JSON.createObjectNode()
                .put("issuer", pool.issuer())
                .put("jwks_uri", pool.issuer() + "/.well-known/jwks.json");
        document.putArray("response_types_supported").add("code").add("token");
        document.putArray("scopes_supported").add("openid").add("email").add("phone").add("profile");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        return document;
    }
}
