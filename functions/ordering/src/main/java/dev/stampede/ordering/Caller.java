package dev.stampede.ordering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who the authorizer says is calling.
///
/// @param verifiedEmail lower case; empty where the address was never verified, for then anybody could claim it
public record Caller(Optional<String> verifiedEmail, boolean admin) {

    /// Empty where there is no verified token.
    static Optional<Caller> of(Map<String, String> claims) {
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> email = Optional.ofNullable(claims.get("email"))
                .filter(_ -> "true".equals(claims.get("email_verified")))
                .map(address -> address.strip().toLowerCase(Locale.ROOT));
        return Optional.of(new Caller(email, isAdmin(claims.getOrDefault("cognito:groups", ""))));
    }

    /// HTTP API hands lists over as a text such as `[admin customer]`; a JSON list reads as `[admin, customer]` here.
    private static boolean isAdmin(String groups) {
        boolean list = groups.startsWith("[") && groups.endsWith("]");
        String names = list ? groups.substring(1, groups.length() - 1) : groups;
        return Arrays.asList(names.split("[,\\s]+")).contains("admin");
    }
}
