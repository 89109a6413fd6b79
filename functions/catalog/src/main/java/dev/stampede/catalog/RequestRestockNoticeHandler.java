package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody;
import dev.stampede.model.EmailAddress;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class RequestRestockNoticeHandler implements RequestStreamHandler {

    private static final int MAX_BYTES = 2 * 1024;

    private final RequestRestockNotice requestRestockNotice;

    public RequestRestockNoticeHandler() {
        this(System.getenv());
    }

    public RequestRestockNoticeHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new RequestRestockNotice(
                new DynamoDbProducts(dynamoDb, Environment.required(env, "PRODUCTS_TABLE")),
                new DynamoDbRestockNotices(dynamoDb, Environment.required(env, "RESTOCK_NOTICES_TABLE")),
                Backoff.fullJitter(),
                InstantSource.system()));
    }

    public RequestRestockNoticeHandler(RequestRestockNotice requestRestockNotice) {
        this.requestRestockNotice = requestRestockNotice;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (RequestBody.read(request.body(), MAX_BYTES, Set.of("customerEmail"), body -> body.required(
                "customerEmail", String.class, EmailAddress.IN_WORDS, EmailAddress::isValid))) {
            case RequestBody.Result.Refused<String>(HttpResponse problem) -> problem;
            case RequestBody.Result.Valid<String>(String email) -> requestRestockNotice.ask(request.pathParameter("id"),
                    email)
                            ? HttpResponse.success(202, "We will write when there are units again.", null)
                            : HttpResponse.problem(503, "BUSY", "Too many requests at once. Please try again.")
                                    .withHeader("retry-after", "1");
        };
    }
}
