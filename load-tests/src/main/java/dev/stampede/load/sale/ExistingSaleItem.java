package dev.stampede.load.sale;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;

/// A product that the shop has already, seen as a shopper sees it.
public final class ExistingSaleItem implements SaleItem {

    private final JsonClient client = new JsonClient();
    private final URI product;
    private final String sku;

    public ExistingSaleItem(URI shop, String sku) {
        this.product = shop.resolve("/api/products/" + sku);
        this.sku = sku;
    }

    @Override
    public String sku() {
        return sku;
    }

    @Override
    public StockCount open() {
        return count();
    }

    @Override
    public StockCount count() {
        JsonNode stock = client.send(HttpRequest.newBuilder().GET(), product).path("data").path("stock");
        if (!stock.isIntegralNumber()) {
            throw new StockUnavailableException(product, "no stock", null);
        }
        return StockCount.visible(stock.longValue());
    }

    @Override
    public void close() {}
}
