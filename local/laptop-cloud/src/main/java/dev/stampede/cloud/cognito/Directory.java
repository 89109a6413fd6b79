package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cognito.Identity.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A pool's users for those whom IAM lets look
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html).
final class Directory {

    /// The operations whose callers sign with AWS credentials.
    static final Set<String> OPERATIONS = Set.of("ListUsers", "AdminGetUser", "AdminListGroupsForUser",
            "AdminAddUserToGroup", "AdminRemoveUserFromGroup");
    private static final int MAX_PAGE = 60;

    private final List<UserPool> pools;
    private final Accounts accounts;
    private final Clock clock;

    Directory(List<UserPool> pools, Accounts accounts, Clock clock) {
        this.pools = pools;
        this.accounts = accounts;
        this.clock = clock;
    }

    Reply handle(String operation, JsonNode body) {
        String id = body.path("UserPoolId").asText();
        Optional<UserPool> pool = pools.stream().filter(each -> each.id().equals(id)).findFirst();
        if (pool.isEmpty()) {
            return Answers.refusal("ResourceNotFoundException", "User pool " + id + " does not exist.");
        }
        if (operation.equals("ListUsers")) {
            return list(pool.get(), body);
        }
        Optional<Account> account = accounts.named(pool.get(), body.path("Username").asText());
        return account.isEmpty() ? Answers.noUser() : about(operation, pool.get(), account.get(), body);
    }

    private Reply about(String operation, UserPool pool, Account account, JsonNode body) {
        String group = body.path("GroupName").asText();
        if (body.has("GroupName") && !pool.groups().contains(group)) {
            return Answers.refusal("ResourceNotFoundException", "Group not found.");
        }
        return switch (operation) {
            case "AdminGetUser" -> Answers.of(user -> described(user, account, "UserAttributes"));
            case "AdminListGroupsForUser" -> Answers.of(list -> {
                list.putArray("Groups").addAll(pool.groupsOf(account).stream()
                        .map(name -> LocalIdentity.JSON.createObjectNode()
                                .put("GroupName", name).put("UserPoolId", pool.id()))
                        .toList());
                return list;
            });
            case "AdminAddUserToGroup" -> {
                account.groups.remove(group);
                account.groups.add(group);
                accounts.changed(account, clock.instant());
                yield Answers.empty();
            }
            default -> {
                account.groups.remove(group);
                accounts.changed(account, clock.instant());
                yield Answers.empty();
            }
        };
    }

    /// Here the token is the number of the users before.
    private Reply list(UserPool pool, JsonNode body) {
        int limit = body.path("Limit").asInt(MAX_PAGE);
        String token = body.path("PaginationToken").asText("0");
        List<Account> all = accounts.of(pool);
        if (body.hasNonNull("Filter")) {
            return Answers.invalid("The laptop cloud does not filter users.");
        }
        if (limit < 1 || limit > MAX_PAGE) {
            return Answers.invalid("1 validation error detected: Value at 'limit' failed to satisfy constraint");
        }
        if (!token.matches("\\d{1,7}") || Integer.parseInt(token) > all.size()) {
            return Answers.invalid("Invalid pagination token");
        }
        int start = Integer.parseInt(token);
        int end = Math.min(all.size(), start + limit);
        return Answers.of(page -> {
            var users = page.putArray("Users");
            all.subList(start, end).forEach(account -> described(users.addObject(), account, "Attributes"));
            return end < all.size() ? page.put("PaginationToken", String.valueOf(end)) : page;
        });
    }

    private static ObjectNode described(ObjectNode user, Account account, String attributes) {
        user.put("Username", account.sub)
                .put("Enabled", true)
                .put("UserStatus", account.status())
                .put("UserCreateDate", account.createdAt / 1000.0)
                .put("UserLastModifiedDate", account.changedAt / 1000.0);
        Answers.attributes(user.putArray(attributes), account);
        return user;
    }
}
