package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetProductHandler implements RequestStreamHandler {

    private final Products products;
    private final StockLevels stockLevels;

    public GetProductHandler() {
        this(System.getenv());
    }

    public GetProductHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new DynamoDbProducts(dynamoDb, Environment.required(env, "PRODUCTS_TABLE")),
                new DynamoDbStockLevel(dynamoDb, Environment.required(env, "STOCK_TABLE")));
    }

    public GetProductHandler(Products products, StockLevels stockLevels) {
        this.products = products;
        this.stockLevels = stockLevels;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        // Product ids and category ids are slugs alike; anything else would be an invalid key to DynamoDB.
        return Optional.of(request.pathParameter("id"))
                .filter(Category::isSlug)
                .flatMap(products::find)
                .map(product -> HttpResponse.ok("Product", ProductView.of(product, stockOf(product.id())))
                        .withHeader("cache-control", "public, max-age=2"))
                .orElseGet(() -> HttpResponse.problem(404, "PRODUCT_NOT_FOUND", "There is no such product."));
    }

    private long stockOf(String productId) {
        return stockLevels.available(List.of(productId)).getOrDefault(productId, 0L);
    }
}
