package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.Staff;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetDescriptionHandler implements RequestStreamHandler {

    private final CurrentProducts products;
    private final InstantSource clock;

    public GetDescriptionHandler() {
        this(System.getenv());
    }

    public GetDescriptionHandler(Map<String, String> env) {
        this(new DynamoDbCurrentProducts(
                AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "PRODUCTS_TABLE")),
                InstantSource.system());
    }

    public GetDescriptionHandler(CurrentProducts products, InstantSource clock) {
        this.products = products;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, _ -> answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return Optional.of(request.pathParameter("id"))
                .filter(Category::isSlug)
                .flatMap(products::find)
                .map(product -> ProductAnswer.described(product, 200, "Product", clock.instant()))
                .orElseGet(ProductAnswer::notFound);
    }
}
