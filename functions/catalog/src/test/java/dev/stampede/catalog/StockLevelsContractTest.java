package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Stock;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class StockLevelsContractTest {

    private final Tables tables;
    private final List<StockLevels> both;

    StockLevelsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.both = List.of(
                new DynamoDbStockLevels(engine.cloud().dynamoDb(), Cloud.STOCK),
                new DynamoDbStockLevel(engine.cloud().dynamoDb(), Cloud.STOCK, true));
    }

    @Test
    void stockIsReadWithWhatItsSalesHaveLeft() {
        String sku = Sample.id();
        Stock stock = new Stock(sku, 5, 3, 2, Map.of("spring", 4L));
        tables.put(stock);

        assertThat(both).allSatisfy(
                levels -> assertThat(levels.find(List.of(sku, sku))).containsOnlyKeys(sku).containsEntry(sku, stock));
    }

    @Test
    void whatHasNoStockItemIsLeftOut() {
        assertThat(both).allSatisfy(levels -> assertThat(levels.find(List.of(Sample.id()))).isEmpty());
    }

    @Test
    void moreSkusThanOneCallTakesAreAllRead() {
        List<String> skus = Stream.generate(Sample::id).limit(120).toList();
        skus.forEach(sku -> tables.put(Stock.of(sku, 1)));

        assertThat(both).allSatisfy(levels -> assertThat(levels.find(skus)).containsOnlyKeys(skus));
    }
}
