package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.Staff;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class DeleteProductHandler implements RequestStreamHandler {

    private final ChangeProduct changeProduct;
    private final InstantSource clock;

    public DeleteProductHandler() {
        this(System.getenv());
    }

    public DeleteProductHandler(Map<String, String> env) {
        this(new DynamoDbProductLedger(
                AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "PRODUCTS_TABLE"),
                Environment.required(env, "STOCK_TABLE"), Backoff.fullJitter()),
                InstantSource.system());
    }

    public DeleteProductHandler(ProductLedger products, InstantSource clock) {
        this.changeProduct = new ChangeProduct(products, _ -> Map.of(), clock);
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, _ -> answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return Precondition.version(request, version -> ProductAnswer.of(
                changeProduct.remove(request.pathParameter("id"), version), 204, "Product deleted", clock.instant()));
    }
}
