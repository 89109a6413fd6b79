package dev.stampede.customers;

import dev.stampede.customers.Users.Listing.Page;
import dev.stampede.customers.Users.Listing.UnknownCursor;
import dev.stampede.customers.Users.Search.Found;
import dev.stampede.customers.Users.Search.Nobody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

public final class CognitoUsers implements Users {

    private final CognitoIdentityProviderClient cognito;
    private final String userPoolId;

    public CognitoUsers(CognitoIdentityProviderClient cognito, String userPoolId) {
        this.cognito = cognito;
        this.userPoolId = Objects.requireNonNull(userPoolId, "userPoolId");
    }

    @Override
    public Listing list(int limit, Optional<String> after) {
        try {
            ListUsersResponse page = cognito.listUsers(list -> list
                    .userPoolId(userPoolId).limit(limit).paginationToken(after.orElse(null)));
            return new Page(page.users().stream().map(CognitoUsers::user).toList(),
                    Optional.ofNullable(page.paginationToken()));
        } catch (InvalidParameterException e) {
            if (after.isEmpty()) {
                throw e;
            }
            return new UnknownCursor();
        } catch (TooManyRequestsException _) {
            return new Listing.Busy();
        }
    }

    @Override
    public Search find(String id) {
        try {
            AdminGetUserResponse found = cognito.adminGetUser(get -> get.userPoolId(userPoolId).username(id));
            // More groups than one page of them (60) no user here has.
            List<String> groups = cognito.adminListGroupsForUser(list -> list.userPoolId(userPoolId).username(id))
                    .groups().stream().map(GroupType::groupName).sorted().toList();
            return new Found(user(found.userAttributes(), found.userStatusAsString(), found.userCreateDate()), groups);
        } catch (UserNotFoundException _) {
            return new Nobody();
        } catch (TooManyRequestsException _) {
            return new Search.Busy();
        }
    }

    private static User user(UserType user) {
        return user(user.attributes(), user.userStatusAsString(), user.userCreateDate());
    }

    private static User user(List<AttributeType> attributes, String status, Instant createdAt) {
        Map<String, String> byName =
                attributes.stream().collect(Collectors.toMap(AttributeType::name, AttributeType::value));
        return new User(Objects.requireNonNull(byName.get("sub"), "sub"), byName.getOrDefault("email", ""),
                "true".equals(byName.get("email_verified")), status, createdAt);
    }
}
