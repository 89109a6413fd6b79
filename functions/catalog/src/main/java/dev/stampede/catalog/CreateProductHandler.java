package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.Staff;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class CreateProductHandler implements RequestStreamHandler {

    /// What a body says.
    private record NewProduct(String id, ProductDescription description) {}

    private static final Set<String> FIELDS = Stream.concat(
            Stream.of("id"), ProductDescriptionReader.FIELDS.stream())
            .collect(Collectors.toSet());

    private final ChangeProduct changeProduct;
    private final InstantSource clock;

    public CreateProductHandler() {
        this(System.getenv());
    }

    public CreateProductHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new DynamoDbProductLedger(dynamoDb, Environment.required(env, "PRODUCTS_TABLE"),
                Environment.required(env, "STOCK_TABLE"), Backoff.fullJitter()),
                new DynamoDbStockLevel(dynamoDb, Environment.required(env, "STOCK_TABLE"), true),
                InstantSource.system());
    }

    public CreateProductHandler(ProductLedger products, StockLevels stock, InstantSource clock) {
        this.changeProduct = new ChangeProduct(products, stock, clock);
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, _ -> answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (RequestBody.read(
                request.body(), ProductDescriptionReader.MAX_BYTES, FIELDS, CreateProductHandler::read)) {
            case RequestBody.Result.Refused<NewProduct>(HttpResponse problem) -> problem;
            case RequestBody.Result.Valid<NewProduct>(NewProduct product) -> created(product);
        };
    }

    private HttpResponse created(NewProduct product) {
        HttpResponse answer = ProductAnswer.of(
                changeProduct.create(product.id(), product.description()), 201, "Product created", clock.instant());
        return answer.status() == 201 ? answer.withHeader("location", "/api/products/" + product.id()) : answer;
    }

    private static Optional<NewProduct> read(FieldReader body) {
        Optional<String> id = ProductDescriptionReader.id(body);
        return ProductDescriptionReader.read(body).flatMap(said -> id.map(it -> new NewProduct(it, said)));
    }
}
