package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.stampede.cloud.cognito.Identity.Reply;
import dev.stampede.cloud.cognito.Tokens.SignIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Signing in, staying signed in, and signing out
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html).
final class SignIns {

    /// A token that was good, and whose it is.
    private record Held(Account account, JWTClaimsSet claims) {

        String signIn() {
            return (String) claims.getClaim("origin_jti");
        }

        Instant signedInAt() {
            return SignInId.time(signIn())
                    .orElseGet(() -> Instant.ofEpochSecond(((Number) claims.getClaim("auth_time")).longValue()));
        }

        boolean ended() {
            return account.ended(signIn(), signedInAt());
        }
    }

    private final List<UserPool> pools;
    private final Accounts accounts;
    private final Attempts attempts;
    private final SigningKey key;
    private final Clock clock;

    SignIns(List<UserPool> pools, Accounts accounts, Attempts attempts, SigningKey key, Clock clock) {
        this.pools = pools;
        this.accounts = accounts;
        this.attempts = attempts;
        this.key = key;
        this.clock = clock;
    }

    Reply initiateAuth(UserPool pool, UserPool.Client client, String flow, JsonNode parameters) {
        String allowed = flow.equals("REFRESH_TOKEN") ? "ALLOW_REFRESH_TOKEN_AUTH" : "ALLOW_" + flow;
        if (!client.flows().contains(allowed)) {
            return Answers.invalid(flow + " flow not enabled for this client");
        }
        return switch (flow) {
            case "USER_PASSWORD_AUTH" -> withPassword(pool, client, parameters);
            case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> withRefreshToken(pool, client, parameters);
            default -> Answers.invalid("The laptop cloud does not know the flow " + flow + ".");
        };
    }

    Tokens tokens(UserPool pool, UserPool.Client client, Account account) {
        Instant at = account.signInAt(clock.instant());
        return Tokens.of(new SignIn(pool, client, account, at, SignInId.at(at)), key, clock.instant(), true);
    }

    Reply getUser(String accessToken) {
        return withAccessToken(accessToken, held -> Answers.of(body -> {
            body.put("Username", held.account().sub);
            Answers.attributes(body.putArray("UserAttributes"), held.account());
            return body;
        }));
    }

    /// Ends every sign-in of a user. As in AWS, an authorizer that only verifies a token takes it until it runs out.
    Reply globalSignOut(String accessToken) {
        return withAccessToken(accessToken, held -> {
            // A clock that was set back shall not leave the one that asks signed in.
            held.account().signedOutAt = Math.max(clock.millis(), held.signedInAt().toEpochMilli());
            accounts.changed(held.account(), clock.instant());
            return Answers.empty();
        });
    }

    Reply revoke(UserPool pool, UserPool.Client client, String token) {
        Optional<Held> refresh = held(pool, token, "refresh", pool.issuer() + "/refresh");
        if (refresh.isEmpty()) {
            return held(pool, token, "access", pool.issuer()).isPresent()
                    ? Answers.refusal("UnsupportedTokenTypeException", "Unsupported token type")
                    : Answers.invalid("Invalid Refresh Token");
        }
        if (!client.id().equals(refresh.get().claims().getClaim("for_client"))) {
            return Answers.refusal("UnauthorizedException", "Token was not issued to this client");
        }
        refresh.get().account().revoked.add(refresh.get().signIn());
        accounts.changed(refresh.get().account(), clock.instant());
        return Answers.empty();
    }

    private Reply withPassword(UserPool pool, UserPool.Client client, JsonNode parameters) {
        for (String needed : List.of("USERNAME", "PASSWORD")) {
            if (!parameters.hasNonNull(needed)) {
                return Answers.invalid("Missing required parameter " + needed);
            }
        }
        Caller caller = new Caller(pool, client, parameters.get("USERNAME").asText(), parameters);
        if (attempts.isLocked(caller.counted(), clock.instant())) {
            return Answers.notAuthorized("Password attempts exceeded");
        }
        String password = parameters.get("PASSWORD").asText();
        Optional<Account> found = accounts.named(pool, caller.name());
        boolean right = found.map(account -> accounts.hash().matches(password, account.password))
                .orElseGet(() -> accounts.hash().matchesNobody(password));
        if (!right) {
            attempts.wrongPassword(caller.counted(), clock.instant());
            return found.isEmpty() && !client.hidesUsers()
                    ? Answers.noUser()
                    : Answers.notAuthorized("Incorrect username or password.");
        }
        attempts.rightPassword(caller.counted());
        return found.get().confirmed
                ? signedIn(tokens(pool, client, found.get()))
                : Answers.refusal("UserNotConfirmedException", "User is not confirmed.");
    }

    private Reply withRefreshToken(UserPool pool, UserPool.Client client, JsonNode parameters) {
        Optional<Held> held =
                held(pool, parameters.path("REFRESH_TOKEN").asText(), "refresh", pool.issuer() + "/refresh")
                        .filter(token -> client.id().equals(token.claims().getClaim("for_client")));
        if (held.isEmpty()) {
            return Answers.notAuthorized("Invalid Refresh Token");
        }
        if (held.get().ended()) {
            return Answers.notAuthorized("Refresh Token has been revoked");
        }
        SignIn signIn = new SignIn(pool, client, held.get().account(), held.get().signedInAt(), held.get().signIn());
        return signedIn(Tokens.of(signIn, key, clock.instant(), false));
    }

    private Reply withAccessToken(String token, java.util.function.Function<Held, Reply> answer) {
        Optional<Held> held = pools.stream()
                .flatMap(pool -> held(pool, token, "access", pool.issuer()).stream())
                .findFirst();
        if (held.isEmpty()) {
            return Answers.notAuthorized("Invalid Access Token");
        }
        return held.get().ended() ? Answers.notAuthorized("Access Token has been revoked") : answer.apply(held.get());
    }

    private Optional<Held> held(UserPool pool, String token, String use, String issuer) {
        return key.read(token)
                .filter(claims -> issuer.equals(claims.getIssuer()) && use.equals(claims.getClaim("token_use")))
                .filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()))
                .flatMap(claims -> accounts.withSub(pool, claims.getSubject())
                        .map(account -> new Held(account, claims)));
    }

    private static Reply signedIn(Tokens tokens) {
        return Answers.of(body -> {
            var result = body.putObject("AuthenticationResult")
                    .put("AccessToken", tokens.access())
                    .put("ExpiresIn", tokens.lifetime().toSeconds())
                    .put("IdToken", tokens.id())
                    .put("TokenType", "Bearer");
            tokens.refresh().ifPresent(refresh -> result.put("RefreshToken", refresh));
            body.putObject("ChallengeParameters");
            return body;
        });
    }
}
