package dev.stampede.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import java.util.Map;
import java.util.Optional;

class StaffBodyFuzzTest {

    private static final Product SOLD = new Product(
            "headset", "Headset", Money.ofMinor(19_900), Optional.empty(), "", "audio", "/images/product.svg", 1);

    /// A body is sent to every operation that takes one.
    @FuzzTest
    void aBodyChangesTheCatalogueAsItSaysOrNothing(byte[] bytes) {
        String body = new String(bytes, UTF_8);
        created(body);
        replaced(body);
        stocked(body);
    }

    private static void created(String body) {
        InMemoryProductLedger ledger = new InMemoryProductLedger();
        Answer answer =
                Requests.staff(new CreateProductHandler(ledger, _ -> Map.of(), new SteppedClock()), "", Map.of(), body);

        assertThat(answer.status()).isIn(201, 400, 413);
        assertThat(ledger.products).hasSize(answer.status() == 201 ? 1 : 0);
        ledger.products.values().forEach(StaffBodyFuzzTest::isWhole);
    }

    private static void replaced(String body) {
        InMemoryProductLedger ledger = new InMemoryProductLedger();
        ledger.products.put("headset", SOLD);
        Answer answer = Requests.staff(new UpdateProductHandler(ledger, _ -> Map.of(), new SteppedClock()), "headset",
                Map.of("if-match", "\"1\""), body);

        assertThat(answer.status()).isIn(200, 400, 413);
        Product now = ledger.products.get("headset");
        if (answer.status() == 200) {
            assertThat(now.version()).isEqualTo(2);
            isWhole(now);
        } else {
            assertThat(now).isEqualTo(SOLD);
        }
    }

    private static void stocked(String body) {
        InMemoryStockAdjustments books = new InMemoryStockAdjustments();
        Stock before = new Stock("headset", 10, 3, 2);
        books.stock.put("headset", before);
        SetStockHandler handler =
                new SetStockHandler(new SetStock(Shelf.stocked(), books, _ -> {}, new SteppedClock()));
        Answer answer = Requests.staff(handler, "headset", Map.of("idempotency-key", "k1"), body);

        assertThat(answer.status()).isIn(200, 400, 409, 413);
        assertThat(books.entries).hasSize(answer.status() == 200 ? 1 : 0);
        long changed = books.entries.stream().mapToLong(StockAdjustment::units).sum();
        assertThat(books.stock.get("headset").total()).isEqualTo(before.total() + changed);
    }

    /// It is kept as it is, and its price is one that can be charged.
    private static void isWhole(Product product) {
        assertThat(ProductsTable.fromItem(ProductsTable.toItem(product))).isEqualTo(product);
        assertThat(product.price().minorUnits()).isBetween(1L, 1_000_000_00L);
        assertThat(product.sale().map(sale -> sale.price().compareTo(product.price())).orElse(0)).isNotPositive();
    }
}
