package dev.stampede.customers;

import dev.stampede.customers.Users.Listing.Busy;
import dev.stampede.customers.Users.Listing.Page;
import dev.stampede.customers.Users.Listing.UnknownCursor;
import dev.stampede.lambda.Caller;
import dev.stampede.lambda.HttpResponse.Detail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lists everybody who has an account, for an administrator.
public final class ListUsers {

    sealed interface Result {
        record Listed(List<User> users, Optional<String> nextCursor) implements Result {}

        record Invalid(List<Detail> details) implements Result {}

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
        List<Detail> wrong = new ArrayList<>();
        if (limit.filter(text -> !LIMIT.matcher(text).matches()).isPresent()) {
            wrong.add(new Detail("limit", "INVALID_VALUE", "limit must be a whole number from 1 to 60"));
        }
        Optional<String> after = cursor.flatMap(ListUsers::token);
        if (cursor.isPresent() && after.isEmpty()) {
            wrong.add(unknownCursor());
        }
        if (!wrong.isEmpty()) {
            return new Result.Invalid(List.copyOf(wrong));
        }
        return switch (users.list(limit.map(Integer::valueOf).orElse(DEFAULT_LIMIT), after)) {
            case Page(List<User> page, Optional<String> next) -> new Result.Listed(page, next.map(ListUsers::cursor));
            case UnknownCursor _ -> new Result.Invalid(List.of(unknownCursor()));
            case Busy _ -> new Result.TryLater();
        };
    }

    private static Detail unknownCursor() {
        return new Detail("cursor", "UNKNOWN_CURSOR", "cursor must be the nextCursor of a page of the same list");
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
