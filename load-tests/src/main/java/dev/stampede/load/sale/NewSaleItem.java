package dev.stampede.load.sale;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/// A new product that is written to the laptop cloud's tables, as an operator would with the AWS CLI.
public final class NewSaleItem implements SaleItem {

    // The laptop's endpoint reads the caller's name and does not check signatures; AWS would refuse this one.
    private static final String AUTHORIZATION = "AWS4-HMAC-SHA256 "
            + "Credential=operator/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private final JsonClient client = new JsonClient();
    private final URI endpoint;
    private final String sku;
    private final int units;

    public NewSaleItem(URI endpoint, String sku, int units) {
        this.endpoint = endpoint.resolve("/");
        this.sku = sku;
        this.units = units;
    }

    @Override
    public String sku() {
        return sku;
    }

    /// Stock first: a product without stock would be shown as sold out, and that answer may be cached for seconds.
    @Override
    public StockCount open() {
        call("PutItem", Map.of("TableName", "Stock", "Item", Map.of(
                "sku", text(sku), "available", number(units), "reserved", number(0), "sold", number(0))));
        call("PutItem", Map.of("TableName", "Products", "Item", Map.of(
                "productId", text(sku),
                "name", text("Load test " + sku),
                "price", number(49_90),
                "currency", text("USD"),
                "description", text("Created by a load test and deleted after it."),
                "category", text("load-test"),
                "image", text("/images/products/rtx-4090.svg"),
                "version", number(1))));
        return count();
    }

    @Override
    public StockCount count() {
        JsonNode item = call("GetItem", Map.of(
                "TableName", "Stock", "Key", Map.of("sku", text(sku)), "ConsistentRead", true)).path("Item");
        return StockCount.full(number(item, "available"), number(item, "reserved"), number(item, "sold"));
    }

    /// The stock stays as a record of what was sold.
    @Override
    public void close() {
        call("DeleteItem", Map.of("TableName", "Products", "Key", Map.of("productId", text(sku))));
    }

    private JsonNode call(String action, Map<String, Object> body) {
        return client.send(
                HttpRequest.newBuilder()
                        .header("Authorization", AUTHORIZATION)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + action)
                        .POST(BodyPublishers.ofString(JsonClient.text(body))),
                endpoint);
    }

    private long number(JsonNode item, String name) {
        JsonNode value = item.path(name).path("N");
        if (value.isMissingNode()) {
            throw new StockUnavailableException(endpoint, "no stock of " + sku, null);
        }
        return Long.parseLong(value.textValue());
    }

    private static Map<String, String> text(String value) {
        return Map.of("S", value);
    }

    private static Map<String, String> number(long value) {
        return Map.of("N", Long.toString(value));
    }
}
