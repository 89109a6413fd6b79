package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.Staff;
import dev.stampede.model.Stock;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetStockHandler implements RequestStreamHandler {

    private static final int ADJUSTMENTS = 20;

    private final Products products;
    private final StockAdjustments books;

    public GetStockHandler() {
        this(System.getenv());
    }

    public GetStockHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new DynamoDbProducts(dynamoDb, Environment.required(env, "PRODUCTS_TABLE")),
                new DynamoDbStockAdjustments(dynamoDb, Environment.required(env, "STOCK_TABLE"),
                        Environment.required(env, "STOCK_ADJUSTMENTS_TABLE")));
    }

    public GetStockHandler(Products products, StockAdjustments books) {
        this.products = products;
        this.books = books;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, _ -> answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return Optional.of(request.pathParameter("id"))
                .filter(Category::isSlug)
                .flatMap(this::stock)
                .map(this::found)
                .orElseGet(ProductAnswer::notFound);
    }

    /// A product that never had units has no stock item; one that was deleted still may.
    private Optional<Stock> stock(String sku) {
        return books.stock(sku).or(() -> products.find(sku).map(product -> Stock.of(product.id(), 0)));
    }

    private HttpResponse found(Stock stock) {
        Map<String, Object> view = StockView.of(stock);
        view.put("adjustments", books.newest(stock.sku(), ADJUSTMENTS).stream().map(StockView::of).toList());
        return HttpResponse.ok("Stock", view);
    }
}
