package dev.stampede.customers;

import dev.stampede.customers.Users.Search;
import dev.stampede.lambda.Caller;
import java.util.regex.Pattern;

/// Finds a user for themselves or for an administrator. For anybody else there is nobody, and no way to tell.
public final class FindUser {

    private static final Pattern SUB = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Users users;

    public FindUser(Users users) {
        this.users = users;
    }

    Search find(Caller caller, String id) {
        boolean allowed = caller.admin() || caller.subject().equals(id);
        return allowed && SUB.matcher(id).matches() ? users.find(id) : new Search.Nobody();
    }
}
