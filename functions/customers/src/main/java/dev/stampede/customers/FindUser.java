package dev.stampede.customers;

import dev.stampede.customers.Users.Search;
import dev.stampede.lambda.Caller;
import dev.stampede.model.Uuid;

/// Finds a user for themselves or for an administrator. For anybody else there is nobody, and no way to tell.
public final class FindUser {

    private final Users users;

    public FindUser(Users users) {
        this.users = users;
    }

    Search find(Caller caller, String id) {
        boolean allowed = caller.admin() || caller.subject().equals(id);
        return allowed && Uuid.isValid(id) ? users.find(id) : new Search.Nobody();
    }
}
