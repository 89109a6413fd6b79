package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.EntityTag;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.Offer;
import dev.stampede.model.Stock;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetProductHandler implements RequestStreamHandler {

    private final Products products;
    private final StockLevels stockLevels;
    private final InstantSource clock;
    private final Function<String, Optional<Offer>> offers;

    public GetProductHandler() {
        this(System.getenv());
    }

    public GetProductHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new DynamoDbProducts(dynamoDb, Environment.required(env, "PRODUCTS_TABLE")),
                new DynamoDbStockLevel(dynamoDb, Environment.required(env, "STOCK_TABLE"), false),
                InstantSource.system());
    }

    public GetProductHandler(Products products, StockLevels stockLevels, InstantSource clock) {
        this.products = products;
        this.stockLevels = stockLevels;
        this.clock = clock;
        this.offers = new CachedById<>(this::read, ListProducts.STOCK_KEPT, clock);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> EntityTag.conditional(request, answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        // Product ids and category ids are slugs alike; anything else would be an invalid key to DynamoDB.
        return Optional.of(request.pathParameter("id"))
                .filter(Category::isSlug)
                .flatMap(offers)
                .map(this::found)
                .orElseGet(() -> HttpResponse.problem(404, "PRODUCT_NOT_FOUND", "There is no such product."));
    }

    private Optional<Offer> read(String id) {
        return products.find(id)
                .map(product -> new Offer(product, stockLevels.find(List.of(id)).getOrDefault(id, Stock.of(id, 0))));
    }

    private HttpResponse found(Offer offer) {
        Instant now = clock.instant();
        return HttpResponse.ok("Product", ProductView.of(new ShownOffer(offer, now))).withHeader(
                "cache-control", Freshness.cacheControl(ListProducts.STOCK_KEPT, List.of(offer.product()), now));
    }
}
