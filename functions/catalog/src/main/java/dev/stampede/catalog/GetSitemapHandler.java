package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Product;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetSitemapHandler implements RequestStreamHandler {

    /// The shop's own address: CloudFront says it here, as it calls the API by the API's own name.
    private static final String SITE = "Shop-Url";

    private final Supplier<List<Product>> products;

    public GetSitemapHandler() {
        this(System.getenv());
    }

    public GetSitemapHandler(Map<String, String> env) {
        this(new DynamoDbProducts(AwsClients.build(DynamoDbClient.builder()),
                Environment.required(env, "PRODUCTS_TABLE")),
                InstantSource.system());
    }

    public GetSitemapHandler(Products products, InstantSource clock) {
        this.products = new Cached<>(products::all, ListProducts.PRODUCTS_KEPT, clock);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return request.header(SITE).filter(Sitemap::isSite)
                .map(site -> HttpResponse.document("application/xml", Sitemap.of(site, products.get()))
                        .withHeader("cache-control", "public, max-age=3600"))
                .orElseGet(() -> HttpResponse.problem(400, "VALIDATION_FAILED", "The site is not named.", List.of(
                        new Detail(SITE, "INVALID_VALUE",
                                SITE + " must be an address such as https://shop.example.com"))));
    }
}
