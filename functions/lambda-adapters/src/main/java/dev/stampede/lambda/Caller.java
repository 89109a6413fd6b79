package dev.stampede.lambda;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who the JWT authorizer of an HTTP API says is calling
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html).
///
/// @param subject       the user's id, which stays when the address changes
/// @param verifiedEmail lower case; empty where the address was never verified, for then anybody could claim it
public record Caller(String subject, Optional<String> verifiedEmail, boolean admin) {

    /// Empty where there is no verified token.
    public static Optional<Caller> of(Map<String, String> claims) {
        Optional<String> email = Optional.ofNullable(claims.get("email"))
                .filter(_ -> "true".equals(claims.get("email_verified")))
                .map(address -> address.strip().toLowerCase(Locale.ROOT));
        return Optional.ofNullable(claims.get("sub"))
                .map(subject -> new Caller(subject, email, isAdmin(claims.getOrDefault("cognito:groups", ""))));
    }

    /// HTTP API hands lists over as a text such as `[admin customer]`; a JSON list reads as `[admin, customer]` here.
    private static boolean isAdmin(String groups) {
        boolean list = groups.startsWith("[") && groups.endsWith("]");
        String names = list ? groups.substring(1, groups.length() - 1) : groups;
        return Arrays.asList(names.split("[,\\s]+")).contains("admin");
    }
}
