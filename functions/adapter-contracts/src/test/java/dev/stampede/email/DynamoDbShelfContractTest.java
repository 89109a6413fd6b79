package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbShelfContractTest {

    private final Tables tables;
    private final Shelf shelf;

    DynamoDbShelfContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.shelf = new DynamoDbShelf(engine.cloud().dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK);
    }

    @Test
    void onlyWhatCanBeOrderedNowIsFound() {
        Product plain = sell(Optional.empty(), Map.of(), 1);
        Product soldOut = sell(Optional.empty(), Map.of(), 0);
        Product saleSoldOut = sell(Optional.of(sale(Sample.NOON)), Map.of("flash", 0L), 9);
        Product inSale = sell(Optional.of(sale(Sample.NOON)), Map.of("flash", 1L), 9);
        Product notYet = sell(Optional.of(sale(Sample.NOON.plusSeconds(1))), Map.of(), 9);
        String deleted = Sample.id();
        tables.put(Stock.of(deleted, 9));

        assertThat(
                shelf.orderable(List.of(plain.id(), soldOut.id(), saleSoldOut.id(), inSale.id(), notYet.id(), deleted,
                        Sample.id()), Sample.NOON))
                .isEqualTo(Map.of(plain.id(), plain, inSale.id(), inSale));
    }

    @Test
    void moreProductsThanOneCallTakesAreAllRead() {
        List<String> ids = Stream.generate(() -> sell(Optional.empty(), Map.of(), 1).id()).limit(120).toList();

        assertThat(shelf.orderable(ids, Sample.NOON)).containsOnlyKeys(ids);
    }

    private Product sell(Optional<Sale> sale, Map<String, Long> left, long units) {
        Product product = new Product(Sample.id(), "Hub", Money.ofMinor(3_990), Optional.empty(), "", "parts", "/i.svg",
                Optional.empty(), sale, 1);
        tables.put(product);
        tables.put(new Stock(product.id(), units, 0, 0, left));
        return product;
    }

    private static Sale sale(Instant startsAt) {
        return new Sale("flash", startsAt, startsAt.plusSeconds(60), Money.ofMinor(2_990), 5, Optional.empty());
    }
}
