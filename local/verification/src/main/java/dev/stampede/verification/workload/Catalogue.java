package dev.stampede.verification.workload;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The products of a workload: one in a timed sale, everyday products, and one expensive enough to trigger fraud
/// review.
public record Catalogue(List<CatalogueItem> items) {

    private static final String IN_SALE = "prove-sale";
    private static final String DEAREST = "prove-workstation";
    private static final int EVERYDAY = 12;
    private static final int PLENTY = 10_000;
    private static final int SCARCE = 15;
    private static final int LIMIT = 2;

    /// @param units in the sale; a few more are in stock so that the sale runs out before the stock does
    static Catalogue of(Random random, int units, Instant now) {
        Sale sale = new Sale("prove", now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(6)),
                Money.ofMinor(299_00), units, Optional.of(LIMIT));
        List<CatalogueItem> items = new ArrayList<>();
        items.add(item(IN_SALE, 499_00, Optional.empty(), Optional.of(sale), units + SCARCE, now));
        items.add(item(DEAREST, 5_999_00, Optional.empty(), Optional.empty(), PLENTY, now));
        for (int i = 1; i <= EVERYDAY; i++) {
            // Two sell out; two have a permanent purchase limit.
            items.add(item("prove-%02d".formatted(i), 9_99 + random.nextInt(300_00),
                    i == 3 || i == 4 ? Optional.of(LIMIT + 1) : Optional.empty(), Optional.empty(),
                    i <= 2 ? SCARCE : PLENTY, now));
        }
        return new Catalogue(List.copyOf(items));
    }

    private static CatalogueItem item(
            String sku, long price, Optional<Integer> limit, Optional<Sale> sale, int units, Instant now) {
        Product product = new Product(sku, "Workload " + sku, Money.ofMinor(price), Optional.empty(),
                "Made for one run of prove.", "workload", "/images/products/rtx-4090.svg", limit, sale, 1);
        return new CatalogueItem(product, units, now);
    }

    String inSale() {
        return IN_SALE;
    }

    String dearest() {
        return DEAREST;
    }

    List<String> everyday() {
        return items.stream().map(CatalogueItem::sku).filter(sku -> !sku.equals(IN_SALE) && !sku.equals(DEAREST))
                .toList();
    }

    /// Writes the products and their stock into the shop's tables.
    public static void put(List<CatalogueItem> items, DynamoDbClient operator) {
        for (CatalogueItem each : items) {
            // Stock first: a product without stock would read as sold out.
            operator.putItem(put -> put.tableName("Stock").item(StockTable.toItem(Stock.of(each.sku(), each.units()))));
            operator.putItem(put -> put.tableName("Products").item(ProductsTable.toItem(each.product())));
        }
    }
}
