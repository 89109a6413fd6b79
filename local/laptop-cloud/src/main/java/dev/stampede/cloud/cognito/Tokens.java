package dev.stampede.cloud.cognito;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The three tokens of a sign-in, with Cognito's claims
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html).
///
/// @param refresh nothing when the tokens were made from a refresh token: that one stays
/// @param lifetime how long `id` and `access` are good for
public record Tokens(String id, String access, Optional<String> refresh, Duration lifetime) {

    /// A sign-in, which refreshed tokens still name.
    record SignIn(UserPool pool, UserPool.Client client, Account user, Instant at, String origin) {}

    static Tokens of(SignIn signIn, SigningKey key, Instant now, boolean withRefresh) {
        UserPool.Client client = signIn.client;
        String event = UUID.randomUUID().toString();
        String id = key.sign(claims(signIn, now, client.idTokenLifetime(), event)
                .audience(client.id())
                .claim("token_use", "id")
                .claim("email", signIn.user.email)
                .claim("email_verified", signIn.user.confirmed)
                .claim("cognito:username", signIn.user.sub)
                .build());
        String access = key.sign(claims(signIn, now, client.accessTokenLifetime(), event)
                .claim("client_id", client.id())
                .claim("token_use", "access")
                .claim("scope", "aws.cognito.signin.user.admin")
                .claim("username", signIn.user.sub)
                .build());
        Optional<String> refresh = withRefresh ? Optional.of(refresh(signIn, key, now)) : Optional.empty();
        return new Tokens(id, access, refresh, client.accessTokenLifetime());
    }

    private static JWTClaimsSet.Builder claims(SignIn signIn, Instant now, Duration lifetime, String event) {
        List<String> groups = signIn.pool.groupsOf(signIn.user);
        return new JWTClaimsSet.Builder()
                .subject(signIn.user.sub)
                .claim("cognito:groups", groups.isEmpty() ? null : groups)
                .issuer(signIn.pool.issuer())
                .claim("origin_jti", signIn.origin)
                .claim("event_id", event)
                .claim("auth_time", signIn.at.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
    }

    /// Opaque in AWS. Another issuer, so that no authorizer takes it for an access token.
    private static String refresh(SignIn signIn, SigningKey key, Instant now) {
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(signIn.pool.issuer() + "/refresh")
                .subject(signIn.user.sub)
                .claim("token_use", "refresh")
                .claim("for_client", signIn.client.id())
                .claim("origin_jti", signIn.origin)
                .claim("auth_time", signIn.at.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(signIn.client.refreshTokenLifetime())))
                .build());
    }
}
