package dev.stampede.customers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.customers.ListUsers.Result.Forbidden;
import dev.stampede.customers.ListUsers.Result.Invalid;
import dev.stampede.customers.ListUsers.Result.Listed;
import dev.stampede.customers.ListUsers.Result.TryLater;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Caller;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

public final class GetUsersHandler implements RequestStreamHandler {

    private final ListUsers listUsers;

    public GetUsersHandler() {
        this(System.getenv());
    }

    public GetUsersHandler(Map<String, String> env) {
        this(new CognitoUsers(
                AwsClients.build(CognitoIdentityProviderClient.builder()), Environment.required(env, "USER_POOL_ID")));
    }

    public GetUsersHandler(Users users) {
        this.listUsers = new ListUsers(users);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        Optional<Caller> caller = Caller.of(request.claims());
        if (caller.isEmpty()) {
            return HttpResponse.problem(401, "UNAUTHENTICATED", "Sign in first.");
        }
        return switch (listUsers.list(caller.get(), request.queryParameter("limit"),
                request.queryParameter("cursor"))) {
            case Listed(var users, var next) -> HttpResponse.page("Users", users.stream().map(User::toTree).toList(),
                    next.orElse(null));
            case Invalid(var wrong) -> HttpResponse.problem(400, "VALIDATION_FAILED", "Some parameters are not right.",
                    wrong.stream().map(GetUsersHandler::detail).toList());
            case Forbidden _ -> HttpResponse.problem(403, "FORBIDDEN", "Only the shop's staff may do this.");
            case TryLater _ -> GetUserHandler.busy();
        };
    }

    private static Detail detail(ListUsers.Parameter wrong) {
        return switch (wrong) {
            case LIMIT -> new Detail("limit", "INVALID_VALUE", "limit must be a whole number from 1 to 60");
            case CURSOR -> new Detail("cursor", "UNKNOWN_CURSOR",
                    "cursor must be the nextCursor of a page of the same list");
        };
    }
}
