package dev.stampede.customers;

import dev.stampede.customers.Users.Listing.Busy;
import dev.stampede.customers.Users.Listing.Page;
import dev.stampede.customers.Users.Listing.UnknownCursor;
import dev.stampede.lambda.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Lists everybody who has an account, for an administrator.
public final class ListUsers {

    enum Parameter {
        LIMIT,
        /// Of no page of the same list.
        CURSOR
    }

    sealed interface Result {
        record Listed(List<User> users, Optional<String> nextCursor) implements Result {}

        /// @param wrong at least one
        record Invalid(Set<Parameter> wrong) implements Result {}

        record Forbidden() implements Result {}

        record TryLater() implements Result {}
    }

    static final int DEFAULT_LIMIT = 20;
    private static final Pattern LIMIT = Pattern.compile("[1-9]|[1-5]\\d|60");
    private static final int MAX_CURSOR = 4096;

    private final Users users;

    public ListUsers(Users users) {
        this.users = users;
    }

    Result list(Caller caller, Optional<String> limit, Optional<String> cursor) {
        if (!caller.admin()) {
            return new Result.Forbidden();
        }
        Set<Parameter> wrong = EnumSet.noneOf(Parameter.class);
        if (limit.filter(text -> !LIMIT.matcher(text).matches()).isPresent()) {
            wrong.add(Parameter.LIMIT);
        }
        Optional<String> after = cursor.flatMap(ListUsers::token);
        if (cursor.isPresent() && after.isEmpty()) {
            wrong.add(Parameter.CURSOR);
        }
        if (!wrong.isEmpty()) {
            return new Result.Invalid(wrong);
        }
        return switch (users.list(limit.map(Integer::valueOf).orElse(DEFAULT_LIMIT), after)) {
            case Page(List<User> page, Optional<String> next) -> new Result.Listed(page, next.map(ListUsers::cursor));
            case UnknownCursor _ -> new Result.Invalid(Set.of(Parameter.CURSOR));
            case Busy _ -> new Result.TryLater();
        };
    }

    /// Cognito's token in an alphabet that needs no escapes in a query.
    private static String cursor(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> token(String cursor) {
        if (cursor.isEmpty() || cursor.length() > MAX_CURSOR) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                    .filter(token -> token.chars().allMatch(each -> each > ' ' && each < 127));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
