package dev.stampede.cloud.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cognito.Identity.Reply;
import dev.stampede.cloud.state.DiskWatch;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalIdentityTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String POOL = "us-east-1_Users";
    private static final String ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/" + POOL;

    @TempDir
    private Path stateDir;

    @Test
    void signsInWithAPasswordAsCognitoDoes() throws Exception {
        Reply answer = signIn(at(NOW), "Admin@Example.com", "Stampede-admin-1");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode result = answer.body().get("AuthenticationResult");
        assertThat(result.get("TokenType").asText()).isEqualTo("Bearer");
        assertThat(result.get("ExpiresIn").asInt()).isEqualTo(3600);
        assertThat(answer.body().get("ChallengeParameters")).isEmpty();

        JWTClaimsSet id = claims(result.get("IdToken"));
        assertThat(id.getIssuer()).isEqualTo(ISSUER);
        assertThat(id.getAudience()).containsExactly("Storefront");
        assertThat(id.getClaims())
                .containsEntry("token_use", "id")
                .containsEntry("email", "admin@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("cognito:username", id.getSubject())
                .containsEntry("cognito:groups", List.of("admin"))
                .containsEntry("auth_time", NOW.getEpochSecond());
        assertThat(id.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(id.getIssueTime()).isEqualTo(NOW);

        JWTClaimsSet access = claims(result.get("AccessToken"));
        assertThat(access.getAudience()).isEmpty();
        assertThat(access.getSubject()).isEqualTo(id.getSubject());
        assertThat(access.getClaims())
                .containsEntry("token_use", "access")
                .containsEntry("client_id", "Storefront")
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .containsEntry("username", id.getSubject());
    }

    @Test
    void givesOnlyGroupsThatTheTemplateMade() throws Exception {
        JsonNode result = signIn(at(NOW), "shopper@example.com", "Stampede-shopper-1")
                .body().get("AuthenticationResult");

        assertThat(claims(result.get("IdToken")).getClaims()).doesNotContainKey("cognito:groups");
    }

    @ParameterizedTest
    @CsvSource({"admin@example.com,stampede-admin-1", "admin@example.com,''", "nobody@example.com,Stampede-admin-1"})
    void doesNotSayWhetherItKnowsTheUser(String user, String password) {
        assertRefusal(signIn(at(NOW), user, password), "NotAuthorizedException", "Incorrect username or password.");
    }

    @Test
    void refusesWhatTheClientDoesNotAllow() {
        LocalIdentity identity = at(NOW);

        assertRefusal(initiateAuth(identity, "Machine", "USER_PASSWORD_AUTH", Map.of()),
                "InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client");
        assertRefusal(initiateAuth(identity, "Nobody", "USER_PASSWORD_AUTH", Map.of()),
                "ResourceNotFoundException", "User pool client Nobody does not exist.");
        assertRefusal(initiateAuth(identity, "Storefront", "USER_PASSWORD_AUTH", Map.of("USERNAME", "x")),
                "InvalidParameterException", "Missing required parameter PASSWORD");
        assertThat(identity.handle("DeleteUserPool", LocalIdentity.JSON.createObjectNode()).status()).isEqualTo(400);
    }

    @Test
    void refreshesTokensUntilTheRefreshTokenExpires() throws Exception {
        String refresh = signIn(at(NOW), "shopper@example.com", "Stampede-shopper-1")
                .body().at("/AuthenticationResult/RefreshToken").asText();

        Reply later = refresh(at(NOW.plus(Duration.ofDays(29))), refresh);
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.body().get("AuthenticationResult").has("RefreshToken")).isFalse();
        assertThat(claims(later.body().at("/AuthenticationResult/IdToken")).getClaims())
                .containsEntry("auth_time", NOW.getEpochSecond());

        assertRefusal(refresh(at(NOW.plus(Duration.ofDays(31))), refresh),
                "NotAuthorizedException", "Invalid Refresh Token");
        assertRefusal(refresh(at(NOW), at(NOW).tokens("shopper@example.com").access()),
                "NotAuthorizedException", "Invalid Refresh Token");
    }

    @Test
    void describesTheHolderOfAnAccessTokenOnly() {
        LocalIdentity identity = at(NOW);
        Tokens tokens = identity.tokens("shopper@example.com");

        Reply answer = getUser(identity, tokens.access());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("UserAttributes")).anySatisfy(attribute -> {
            assertThat(attribute.get("Name").asText()).isEqualTo("email");
            assertThat(attribute.get("Value").asText()).isEqualTo("shopper@example.com");
        });
        for (String other : List.of(tokens.id(), tokens.refresh().orElseThrow(), "garbage")) {
            assertRefusal(getUser(identity, other), "NotAuthorizedException", "Invalid Access Token");
        }
        assertRefusal(getUser(at(NOW.plus(Duration.ofHours(2))), tokens.access()),
                "NotAuthorizedException", "Invalid Access Token");
    }

    @Test
    void keepsItsKeySoThatATokenOutlivesARestart() {
        String access = at(NOW).tokens("admin@example.com").access();

        assertThat(getUser(at(NOW), access).status()).isEqualTo(200);
        assertThat(stateDir).isDirectoryContaining(file -> file.endsWith("signing-key.json"));
    }

    @Test
    void publishesItsPublicKeyAndNoMore() throws Exception {
        LocalIdentity identity = at(NOW);
        SignedJWT token = SignedJWT.parse(identity.tokens("admin@example.com").id());

        JsonNode key = identity.document("/" + POOL + "/.well-known/jwks.json").orElseThrow().at("/keys/0");
        assertThat(key.get("kid").asText()).isEqualTo(token.getHeader().getKeyID());
        assertThat(key.properties()).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
        JsonNode configuration = identity.document("/" + POOL + "/.well-known/openid-configuration").orElseThrow();
        assertThat(configuration.get("issuer").asText()).isEqualTo(ISSUER);
        assertThat(configuration.get("jwks_uri").asText()).isEqualTo(ISSUER + "/.well-known/jwks.json");
        assertThat(identity.document("/other/.well-known/jwks.json")).isEmpty();
    }

    @Test
    void vouchesForItsOwnPoolsOnly() throws Exception {
        LocalIdentity identity = at(NOW);
        String keyId = SignedJWT.parse(identity.tokens("admin@example.com").id()).getHeader().getKeyID();

        assertThat(identity.verifier().find(ISSUER, keyId)).isPresent();
        assertThat(identity.verifier().find(ISSUER + "2", keyId)).isEmpty();
        assertThat(identity.verifier().find(ISSUER, "other")).isEmpty();
    }

    @Test
    void saysWhatToDoAboutADamagedKey() throws IOException {
        Files.writeString(stateDir.resolve("signing-key.json"), "{");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> at(NOW)).hasMessageContaining("./stampede reset");
    }

    private LocalIdentity at(Instant now) {
        try {
            Path assembly = Path.of(getClass().getResource("/mini-shop").toURI());
            Template template = Template.read(assembly,
                    new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
            return new LocalIdentity(template, stateDir, (_, _, _) -> true, DiskWatch.none(),
                    Clock.fixed(now, ZoneOffset.UTC), PasswordHash.PBKDF2);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply signIn(LocalIdentity identity, String user, String password) {
        return initiateAuth(
                identity, "Storefront", "USER_PASSWORD_AUTH", Map.of("USERNAME", user, "PASSWORD", password));
    }

    private static Reply refresh(LocalIdentity identity, String token) {
        return initiateAuth(identity, "Storefront", "REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", token));
    }

    private static Reply initiateAuth(
            LocalIdentity identity, String client, String flow, Map<String, String> parameters) {
        ObjectNode body = LocalIdentity.JSON.createObjectNode().put("ClientId", client).put("AuthFlow", flow);
        parameters.forEach(body.putObject("AuthParameters")::put);
        return identity.handle("InitiateAuth", body);
    }

    private static Reply getUser(LocalIdentity identity, String accessToken) {
        return identity.handle("GetUser", LocalIdentity.JSON.createObjectNode().put("AccessToken", accessToken));
    }

    private static JWTClaimsSet claims(JsonNode token) throws ParseException {
        return SignedJWT.parse(token.asText()).getJWTClaimsSet();
    }

    private static void assertRefusal(Reply answer, String type, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("__type").asText()).isEqualTo(type);
        assertThat(answer.body().get("message").asText()).isEqualTo(message);
    }
}
