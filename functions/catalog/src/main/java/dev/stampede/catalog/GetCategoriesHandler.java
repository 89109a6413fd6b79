package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.EntityTag;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.Product;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetCategoriesHandler implements RequestStreamHandler {

    private final Supplier<List<Product>> products;

    public GetCategoriesHandler() {
        this(System.getenv());
    }

    public GetCategoriesHandler(Map<String, String> env) {
        this(new DynamoDbProducts(AwsClients.build(DynamoDbClient.builder()),
                Environment.required(env, "PRODUCTS_TABLE")),
                InstantSource.system());
    }

    public GetCategoriesHandler(Products products, InstantSource clock) {
        this.products = new Cached<>(products::all, ListProducts.PRODUCTS_KEPT, clock);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> EntityTag.conditional(request, answer()));
    }

    private HttpResponse answer() {
        return HttpResponse.page("Categories", Category.of(products.get()).stream().map(Category::view).toList(), null)
                .withHeader("cache-control", "public, max-age=10");
    }
}
