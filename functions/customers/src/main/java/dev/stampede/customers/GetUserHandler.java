package dev.stampede.customers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.customers.Users.Search.Busy;
import dev.stampede.customers.Users.Search.Found;
import dev.stampede.customers.Users.Search.Nobody;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Caller;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

public final class GetUserHandler implements RequestStreamHandler {

    private final FindUser findUser;

    public GetUserHandler() {
        this(System.getenv());
    }

    public GetUserHandler(Map<String, String> env) {
        this(new CognitoUsers(
                AwsClients.build(CognitoIdentityProviderClient.builder()), Environment.required(env, "USER_POOL_ID")));
    }

    public GetUserHandler(Users users) {
        this.findUser = new FindUser(users);
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
        return switch (findUser.find(caller.get(), request.pathParameter("id"))) {
            case Found(User user, List<String> groups) -> HttpResponse.ok("User", tree(user, groups));
            case Nobody _ -> HttpResponse.problem(404, "USER_NOT_FOUND", "There is no such user.");
            case Busy _ -> busy();
        };
    }

    private static Map<String, Object> tree(User user, List<String> groups) {
        Map<String, Object> tree = user.toTree();
        tree.put("groups", groups);
        return tree;
    }

    static HttpResponse busy() {
        return HttpResponse.problem(503, "BUSY", "Too many ask for users at once. Please try again in a moment.")
                .withHeader("retry-after", "1");
    }
}
