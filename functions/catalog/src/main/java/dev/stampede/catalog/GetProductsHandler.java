package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.catalog.ProductQueryParser.Result.Invalid;
import dev.stampede.catalog.ProductQueryParser.Result.Valid;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.EntityTag;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetProductsHandler implements RequestStreamHandler {

    private final ListProducts listProducts;

    public GetProductsHandler() {
        this(System.getenv());
    }

    public GetProductsHandler(Map<String, String> env) {
        this(wire(env));
    }

    public GetProductsHandler(ListProducts listProducts) {
        this.listProducts = listProducts;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (ProductQueryParser.parse(request)) {
            case Invalid(var details) -> HttpResponse.problem(400, "VALIDATION_FAILED",
                    "Some parameters are not right.", details);
            case Valid(ProductQuery query) -> EntityTag.conditional(request, page(query));
        };
    }

    private HttpResponse page(ProductQuery query) {
        ListProducts.Page page = listProducts.list(query);
        return HttpResponse.page(
                "Products",
                page.offers().stream().map(ProductView::of).toList(),
                page.next().map(place -> place.toCursor(query.sort())).orElse(null))
                .withHeader("cache-control", page.cacheControl());
    }

    private static ListProducts wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new ListProducts(
                new DynamoDbProducts(dynamoDb, Environment.required(env, "PRODUCTS_TABLE")),
                new DynamoDbStockLevels(dynamoDb, Environment.required(env, "STOCK_TABLE")),
                InstantSource.system());
    }
}
