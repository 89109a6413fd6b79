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
import dev.stampede.lambda.Staff;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class UpdateProductHandler implements RequestStreamHandler {

    private final ChangeProduct changeProduct;
    private final InstantSource clock;

    public UpdateProductHandler() {
        this(System.getenv());
    }

    public UpdateProductHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new DynamoDbProductLedger(dynamoDb, Environment.required(env, "PRODUCTS_TABLE"),
                Environment.required(env, "STOCK_TABLE"), Backoff.fullJitter()),
                new DynamoDbStockLevel(dynamoDb, Environment.required(env, "STOCK_TABLE"), true),
                InstantSource.system());
    }

    public UpdateProductHandler(ProductLedger products, StockLevels stock, InstantSource clock) {
        this.changeProduct = new ChangeProduct(products, stock, clock);
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, _ -> answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return Precondition.version(request, version -> switch (RequestBody.read(
                request.body(), ProductDescriptionReader.MAX_BYTES, ProductDescriptionReader.FIELDS,
                ProductDescriptionReader::read)) {
            case RequestBody.Result.Refused<ProductDescription>(HttpResponse problem) -> problem;
            case RequestBody.Result.Valid<ProductDescription>(ProductDescription description) -> ProductAnswer.of(
                    changeProduct.replace(request.pathParameter("id"), description, version), 200, "Product changed",
                    clock.instant());
        });
    }
}
