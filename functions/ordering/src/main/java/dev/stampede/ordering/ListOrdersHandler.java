package dev.stampede.ordering;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Caller;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.EmailAddress;
import dev.stampede.ordering.ListOrders.Result.EmailNotVerified;
import dev.stampede.ordering.ListOrders.Result.Forbidden;
import dev.stampede.ordering.ListOrders.Result.Invalid;
import dev.stampede.ordering.ListOrders.Result.Listed;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class ListOrdersHandler implements RequestStreamHandler {

    private final ListOrders listOrders;
    private final SigningKey receiptKey;

    public ListOrdersHandler() {
        this(System.getenv());
    }

    public ListOrdersHandler(Map<String, String> env) {
        this(new ListOrders(new DynamoDbOrderPages(
                AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "ORDERS_TABLE"),
                InstantSource.system())),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")));
    }

    public ListOrdersHandler(ListOrders listOrders, SigningKey receiptKey) {
        this.listOrders = listOrders;
        this.receiptKey = receiptKey;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        Optional<Caller> caller = Caller.of(request.claims());
        if (caller.isEmpty()) {
            return HttpResponse.problem(401, "UNAUTHENTICATED", "Sign in to see your orders.");
        }
        return switch (listOrders.list(caller.get(), query(request))) {
            case Listed(OrderPages.Page page) -> HttpResponse.page(
                    "Orders",
                    page.orders().stream().map(order -> OrderView.listed(order, caller.get(), receiptKey)).toList(),
                    page.next().map(OrderCursor::toText).orElse(null));
            case Invalid(var wrong) -> HttpResponse.problem(400, "VALIDATION_FAILED", "Some parameters are not right.",
                    wrong.stream().map(ListOrdersHandler::detail).toList());
            case EmailNotVerified _ -> HttpResponse.problem(403, "EMAIL_NOT_VERIFIED",
                    "Verify your e-mail address to see its orders.");
            case Forbidden _ -> HttpResponse.problem(403, "FORBIDDEN", "These are not your orders.");
        };
    }

    private static Detail detail(ListOrders.Parameter wrong) {
        return switch (wrong) {
            case CUSTOMER_EMAIL -> invalid("customerEmail", EmailAddress.IN_WORDS);
            case STATUS -> invalid("status", "an order status such as CONFIRMED");
            case DAY -> invalid("day", "a day such as 2026-11-27");
            case LIMIT -> invalid("limit", "a whole number from 1 to " + ListOrders.MAX_LIMIT);
            case CURSOR -> new Detail("cursor", "UNKNOWN_CURSOR",
                    "cursor must be the nextCursor of a page of the same list");
        };
    }

    private static Detail invalid(String name, String expected) {
        return new Detail(name, "INVALID_VALUE", name + " must be " + expected);
    }

    private static ListOrders.Query query(HttpRequest request) {
        return new ListOrders.Query(
                request.queryParameter("customerEmail"),
                request.queryParameter("status"),
                request.queryParameter("day"),
                request.queryParameter("limit"),
                request.queryParameter("cursor"));
    }
}
