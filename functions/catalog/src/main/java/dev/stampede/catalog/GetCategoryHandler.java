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
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A category with its products, without their stock: that is what `GET /products?category=` is for.
public final class GetCategoryHandler implements RequestStreamHandler {

    private final Products products;

    public GetCategoryHandler() {
        this(System.getenv());
    }

    public GetCategoryHandler(Map<String, String> env) {
        this(new DynamoDbProducts(AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "PRODUCTS_TABLE")));
    }

    public GetCategoryHandler(Products products) {
        this.products = products;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return Optional.of(request.pathParameter("id"))
                .filter(Category::isSlug)
                .map(id -> new Category(id, products.inCategory(id)))
                .filter(category -> !category.products().isEmpty())
                .map(GetCategoryHandler::found)
                .orElseGet(() -> HttpResponse.problem(404, "CATEGORY_NOT_FOUND", "There is no such category."));
    }

    private static HttpResponse found(Category category) {
        Map<String, Object> view = category.view();
        view.put("products", category.products().stream().map(ProductView::of).toList());
        return HttpResponse.ok("Category", view).withHeader("cache-control", "public, max-age=10");
    }
}
