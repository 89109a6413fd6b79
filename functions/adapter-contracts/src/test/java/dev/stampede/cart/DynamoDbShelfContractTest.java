package dev.stampede.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import java.util.List;
import java.util.Map;
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
    void anOfferIsTheProductWithItsStock() {
        Product product = sell();
        Stock stock = new Stock(product.id(), 5, 3, 2, Map.of("spring", 4L));
        tables.put(stock);

        assertThat(shelf.find(List.of(product.id(), product.id()))).containsOnlyKeys(product.id())
                .containsValue(new Offer(product, stock));
    }

    @Test
    void aProductWithoutStockHasNoUnitsAndStockWithoutAProductIsNotForSale() {
        Product product = sell();
        String stockOnly = Sample.id();
        tables.put(Stock.of(stockOnly, 5));

        assertThat(shelf.find(List.of(product.id(), stockOnly, Sample.id()))).containsOnlyKeys(product.id())
                .containsValue(new Offer(product, Stock.of(product.id(), 0)));
    }

    @Test
    void aFullCartAndOneMoreAreReadInOneGo() {
        List<String> skus = Stream.generate(this::sell).limit(21).map(Product::id).toList();

        assertThat(shelf.find(skus)).containsOnlyKeys(skus);
    }

    private Product sell() {
        Product product = Sample.product(Sample.id(), "carts");
        tables.put(product);
        return product;
    }
}
