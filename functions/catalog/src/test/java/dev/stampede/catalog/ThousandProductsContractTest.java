package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Stock;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EveryEngine
class ThousandProductsContractTest {

    private static final int PRODUCTS = 1000;

    private final Tables tables;
    private final ListProducts listProducts;
    private final String category = Sample.id();
    private Instant now = Sample.NOON;

    ThousandProductsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        DynamoDbClient dynamoDb = engine.cloud().dynamoDb();
        this.listProducts = new ListProducts(
                new DynamoDbProducts(dynamoDb, Cloud.PRODUCTS), new DynamoDbStockLevels(dynamoDb, Cloud.STOCK),
                () -> now);
    }

    /// Requirement 4.
    @Test
    void areReadToTheEndWithoutARepeatOrAGapWhileOthersArePutOnSale() {
        List<String> there = IntStream.range(0, PRODUCTS).mapToObj(_ -> sell()).toList();
        List<String> seen = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        do {
            ListProducts.Page page = listProducts.list(page(after));
            assertThat(page.offers()).allSatisfy(offer -> assertThat(offer.units()).isEqualTo(3));
            page.offers().forEach(offer -> seen.add(offer.product().id()));
            after = page.next();
            // At random places of the order: some of them on pages that were read already.
            IntStream.range(0, 5).forEach(_ -> sell());
            now = now.plus(ListProducts.PRODUCTS_KEPT);
        } while (after.isPresent());

        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    }

    private ProductQuery page(Optional<Place> after) {
        return new ProductQuery(Optional.of(category), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                ProductSort.ID, ProductQuery.MAX_LIMIT, after);
    }

    private String sell() {
        String id = Sample.id();
        tables.put(Sample.product(id, category));
        tables.put(Stock.of(id, 3));
        return id;
    }
}
