package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.catalog.SetStock.Result.Changed;
import dev.stampede.catalog.SetStock.Result.Contended;
import dev.stampede.catalog.SetStock.Result.Done;
import dev.stampede.catalog.SetStock.Result.KeyReused;
import dev.stampede.catalog.SetStock.Result.NotFound;
import dev.stampede.catalog.SetStock.Result.Replayed;
import dev.stampede.catalog.SetStock.Result.TooLow;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.lambda.Staff;
import dev.stampede.model.Stock;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class SetStockHandler implements RequestStreamHandler {

    private final SetStock setStock;

    public SetStockHandler() {
        this(System.getenv());
    }

    public SetStockHandler(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        this(new SetStock(
                new DynamoDbProducts(dynamoDb, Environment.required(env, "PRODUCTS_TABLE")),
                new DynamoDbStockAdjustments(dynamoDb, Environment.required(env, "STOCK_TABLE"),
                        Environment.required(env, "STOCK_ADJUSTMENTS_TABLE")),
                Backoff.fullJitter(),
                InstantSource.system()));
    }

    public SetStockHandler(SetStock setStock) {
        this.setStock = setStock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, staff -> answer(request, staff)));
    }

    private HttpResponse answer(HttpRequest request, Staff staff) {
        return Category.isSlug(request.pathParameter("id"))
                ? StockRequest.read(request, change -> answer(setStock.set(change, staff)))
                : ProductAnswer.notFound();
    }

    private static HttpResponse answer(SetStock.Result result) {
        return switch (result) {
            case Done(Stock stock) -> HttpResponse.ok("Stock changed", StockView.of(stock));
            case Replayed(Stock stock) -> HttpResponse.ok("Stock changed before", StockView.of(stock))
                    .withHeader("idempotency-replayed", "true");
            case KeyReused _ -> HttpResponse.problem(422, "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another change of the product's stock.");
            case Changed(long available) -> refused("STOCK_CHANGED",
                    "The stock is not as you saw it. Nothing was changed.", available);
            case TooLow(long available) -> refused("STOCK_TOO_LOW",
                    "There are not as many units to take away. Nothing was changed.", available);
            case NotFound _ -> ProductAnswer.notFound();
            case Contended _ -> HttpResponse.problem(503, "BUSY", "Too many orders at once. Please try again.")
                    .withHeader("retry-after", "1");
        };
    }

    private static HttpResponse refused(String code, String message, long available) {
        return HttpResponse.problem(409, code, message,
                List.of(new Detail("available", code, available + " units are available").withValue(available)));
    }
}
