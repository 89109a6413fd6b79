package dev.stampede.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.stampede.local.identity.LocalIdentity.Answer;
import dev.stampede.local.identity.Tokens.SignIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The operations of Cognito's API that signing in needs
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html).
final class CognitoOperations {

    private final List<UserPool> pools;
    private final SigningKey key;
    private final Clock clock;

    CognitoOperations(List<UserPool> pools, SigningKey key, Clock clock) {
        this.pools = pools;
        this.key = key;
        this.clock = clock;
    }

    Answer handle(String operation, JsonNode body) {
        return switch (operation) {
            case "InitiateAuth" -> initiateAuth(body);
            case "GetUser" -> getUser(body.path("AccessToken").asText());
            default -> refusal("InvalidAction", "The laptop cloud does not know the operation " + operation + ".");
        };
    }

    Tokens tokens(String email) {
        DemoUser user = user(each -> each.email().equals(email))
                .orElseThrow(() -> new IllegalArgumentException("no demo user " + email));
        return pools.stream()
                .flatMap(pool -> pool.clients().stream().map(client -> signIn(pool, client, user)))
                .findFirst()
                .map(signIn -> Tokens.of(signIn, key, clock.instant(), true))
                .orElseThrow(() -> new IllegalArgumentException("the template has no user pool with a client"));
    }

    private Answer initiateAuth(JsonNode body) {
        String clientId = body.path("ClientId").asText();
        for (UserPool pool : pools) {
            Optional<UserPool.Client> client = pool.client(clientId);
            if (client.isPresent()) {
                return initiateAuth(pool, client.get(), body.path("AuthFlow").asText(), body.path("AuthParameters"));
            }
        }
        return refusal("ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
    }

    private Answer initiateAuth(UserPool pool, UserPool.Client client, String flow, JsonNode parameters) {
        String allowed = flow.equals("REFRESH_TOKEN") ? "ALLOW_REFRESH_TOKEN_AUTH" : "ALLOW_" + flow;
        if (!client.flows().contains(allowed)) {
            return refusal("InvalidParameterException", flow + " flow not enabled for this client");
        }
        return switch (flow) {
            case "USER_PASSWORD_AUTH" -> withPassword(pool, client, parameters);
            case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> withRefreshToken(pool, client, parameters);
            default -> refusal("InvalidParameterException", "The laptop cloud does not know the flow " + flow + ".");
        };
    }

    private Answer withPassword(UserPool pool, UserPool.Client client, JsonNode parameters) {
        for (String needed : List.of("USERNAME", "PASSWORD")) {
            if (!parameters.hasNonNull(needed)) {
                return refusal("InvalidParameterException", "Missing required parameter " + needed);
            }
        }
        String name = parameters.get("USERNAME").asText();
        byte[] password = parameters.get("PASSWORD").asText().getBytes(StandardCharsets.UTF_8);
        // An unknown user reads like a wrong password, as the pools' PreventUserExistenceErrors asks.
        return user(each -> each.email().equalsIgnoreCase(name) || each.sub().equals(name))
                .filter(user -> MessageDigest.isEqual(user.password().getBytes(StandardCharsets.UTF_8), password))
                .map(user -> signedIn(Tokens.of(signIn(pool, client, user), key, clock.instant(), true)))
                .orElseGet(() -> refusal("NotAuthorizedException", "Incorrect username or password."));
    }

    private Answer withRefreshToken(UserPool pool, UserPool.Client client, JsonNode parameters) {
        return valid(parameters.path("REFRESH_TOKEN").asText(), "refresh", pool.issuer() + "/refresh")
                .filter(claims -> client.id().equals(claims.getClaim("for_client")))
                .flatMap(claims -> user(each -> each.sub().equals(claims.getSubject())).map(user -> new SignIn(
                        pool, client, user,
                        Instant.ofEpochSecond(((Number) claims.getClaim("auth_time")).longValue()),
                        (String) claims.getClaim("origin_jti"))))
                .map(signIn -> signedIn(Tokens.of(signIn, key, clock.instant(), false)))
                .orElseGet(() -> refusal("NotAuthorizedException", "Invalid Refresh Token"));
    }

    private Answer getUser(String accessToken) {
        return pools.stream()
                .flatMap(pool -> valid(accessToken, "access", pool.issuer()).stream())
                .flatMap(claims -> user(each -> each.sub().equals(claims.getSubject())).stream())
                .findFirst()
                .map(CognitoOperations::described)
                .orElseGet(() -> refusal("NotAuthorizedException", "Invalid Access Token"));
    }

    private Optional<JWTClaimsSet> valid(String token, String use, String issuer) {
        return key.read(token)
                .filter(claims -> issuer.equals(claims.getIssuer()) && use.equals(claims.getClaim("token_use")))
                .filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()));
    }

    private SignIn signIn(UserPool pool, UserPool.Client client, DemoUser user) {
        return new SignIn(pool, client, user, clock.instant(), UUID.randomUUID().toString());
    }

    private static Optional<DemoUser> user(Predicate<DemoUser> wanted) {
        return DemoUser.ALL.stream().filter(wanted).findFirst();
    }

    private static Answer signedIn(Tokens tokens) {
        ObjectNode body = LocalIdentity.JSON.createObjectNode();
        ObjectNode result = body.putObject("AuthenticationResult")
                .put("AccessToken", tokens.access())
                .put("ExpiresIn", tokens.lifetime().toSeconds())
                .put("IdToken", tokens.id())
                .put("TokenType", "Bearer");
        tokens.refresh().ifPresent(refresh -> result.put("RefreshToken", refresh));
        body.putObject("ChallengeParameters");
        return new Answer(200, body);
    }

    private static Answer described(DemoUser user) {
        ObjectNode body = LocalIdentity.JSON.createObjectNode().put("Username", user.sub());
        var attributes = body.putArray("UserAttributes");
        attributes.addObject().put("Name", "sub").put("Value", user.sub());
        attributes.addObject().put("Name", "email").put("Value", user.email());
        attributes.addObject().put("Name", "email_verified").put("Value", "true");
        return new Answer(200, body);
    }

    private static Answer refusal(String type, String message) {
        return new Answer(400, LocalIdentity.JSON.createObjectNode().put("__type", type).put("message", message));
    }
}
