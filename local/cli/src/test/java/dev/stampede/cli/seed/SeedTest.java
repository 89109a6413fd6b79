package dev.stampede.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

class SeedTest {

    private static final Instant PLANTED = Instant.parse("2026-01-01T12:00:00.789Z");

    private final Garden garden = new Garden();

    @Test
    void plantsTheCatalogueOnce() {
        assertThat(Seed.plant(garden, "Products", "Stock", PLANTED)).isEqualTo(25);
        assertThat(Seed.plant(garden, "Products", "Stock", PLANTED)).isZero();

        assertThat(garden.products()).hasSize(25);
        assertThat(garden.stock()).containsOnlyKeys(garden.products().keySet());
        Product gpu = garden.products().get("rtx-4090");
        assertThat(gpu.priceAt(PLANTED)).isEqualTo(Money.ofMinor(1_599_99));
        assertThat(gpu.wasPriceAt(PLANTED)).contains(Money.ofMinor(1_999_99));
    }

    @Test
    void oneSaleRunsFromThePlantingForAWeek() {
        Seed.plant(garden, "Products", "Stock", PLANTED);

        Product earbuds = garden.products().get("pulse-earbuds");
        Sale sale = earbuds.runningSale(PLANTED).orElseThrow();
        assertThat(sale.limitPerCustomer()).contains(2);
        assertThat(garden.stock().get("pulse-earbuds").availableIn(sale)).isEqualTo(50);
        assertThat(earbuds.priceAt(PLANTED)).isEqualTo(Money.ofMinor(59_00));
        assertThat(earbuds.discountPercentAt(PLANTED)).isEqualTo(60);
        assertThat(earbuds.priceAt(PLANTED.plus(Duration.ofDays(7)))).isEqualTo(Money.ofMinor(149_00));
    }

    @Test
    void oneSaleIsADayAhead() {
        Seed.plant(garden, "Products", "Stock", PLANTED);

        Product screen = garden.products().get("vista-34-ultrawide");
        assertThat(screen.upcomingSale(PLANTED).orElseThrow().startsAt()).isEqualTo("2026-01-02T12:00:00Z");
        assertThat(garden.products().values()).filteredOn(product -> product.sale().isPresent()).hasSize(2);
    }

    @Test
    void everySaleIsCheaperAndHasItsUnits() {
        Seed.plant(garden, "Products", "Stock", PLANTED);

        garden.products().values().forEach(product -> product.sale().ifPresent(sale -> {
            assertThat(sale.price()).isLessThan(product.price());
            assertThat(garden.stock().get(product.id()).available()).isGreaterThanOrEqualTo(sale.units());
        }));
    }

    /// Two tables in memory.
    private static final class Garden implements DynamoDbClient {

        private final Map<String, List<Map<String, AttributeValue>>> items = new HashMap<>();

        Map<String, Product> products() {
            Map<String, Product> products = new HashMap<>();
            items.get("Products").stream().map(ProductsTable::fromItem).forEach(it -> products.put(it.id(), it));
            return products;
        }

        Map<String, Stock> stock() {
            Map<String, Stock> stock = new HashMap<>();
            items.get("Stock").stream().map(StockTable::fromItem).forEach(it -> stock.put(it.sku(), it));
            return stock;
        }

        @Override
        public ScanResponse scan(ScanRequest request) {
            return ScanResponse.builder().items(items.getOrDefault(request.tableName(), List.of())).build();
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            items.computeIfAbsent(request.tableName(), _ -> new ArrayList<>()).add(request.item());
            return PutItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
