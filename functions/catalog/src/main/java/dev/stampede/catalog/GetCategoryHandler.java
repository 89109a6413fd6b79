package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.EntityTag;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.Product;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A category with its products, without their stock: that is what `GET /products?category=` is for.
public final class GetCategoryHandler implements RequestStreamHandler {

    private final Function<String, List<Product>> products;
    private final InstantSource clock;

    public GetCategoryHandler() {
        this(System.getenv());
    }

    public GetCategoryHandler(Map<String, String> env) {
        this(new DynamoDbProducts(
                AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "PRODUCTS_TABLE")),
                InstantSource.system());
    }

    public GetCategoryHandler(Products products, InstantSource clock) {
        this.products = new CachedById<>(products::inCategory, ListProducts.PRODUCTS_KEPT, clock);
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> EntityTag.conditional(request, answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return Optional.of(request.pathParameter("id"))
                .filter(Category::isSlug)
                .map(id -> new Category(id, products.apply(id)))
                .filter(category -> !category.products().isEmpty())
                .map(this::found)
                .orElseGet(() -> HttpResponse.problem(404, "CATEGORY_NOT_FOUND", "There is no such category."));
    }

    private HttpResponse found(Category category) {
        Instant now = clock.instant();
        Map<String, Object> view = category.view();
        view.put("products", category.products().stream().map(product -> ProductView.of(product, now)).toList());
        return HttpResponse.ok("Category", view).withHeader("cache-control",
                Freshness.cacheControl(ListProducts.PRODUCTS_KEPT, category.products(), now));
    }
}
