package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbOffersContractTest {

    private final Tables tables;
    private final Offers offers;

    DynamoDbOffersContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.offers = new DynamoDbOffers(engine.cloud().dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK);
    }

    @Test
    void anOfferIsTheProductWithItsUnits() {
        Product product = sell();
        tables.put(new Stock(product.id(), 5, 3, 2));

        assertThat(offers.find(List.of(product.id()))).containsOnlyKeys(product.id())
                .containsValue(new Offer(product, 5));
    }

    @Test
    void aProductWithoutStockHasNoUnits() {
        Product product = sell();

        assertThat(offers.find(List.of(product.id()))).containsValue(new Offer(product, 0));
    }

    @Test
    void whatIsNotForSaleIsLeftOut() {
        String stockOnly = Sample.id();
        tables.put(Stock.of(stockOnly, 5));

        assertThat(offers.find(List.of(stockOnly, Sample.id()))).isEmpty();
    }

    @Test
    void aSkuMayBeNamedTwiceAndThereMayBeMoreThanOneCallTakes() {
        List<Product> products = Stream.generate(this::sell).limit(60).toList();
        List<String> skus = products.stream().map(Product::id).toList();

        assertThat(offers.find(Stream.concat(skus.stream(), skus.stream()).toList()))
                .containsOnlyKeys(skus);
    }

    private Product sell() {
        Product product = Sample.product(Sample.id(), "graphics-cards");
        tables.put(product);
        return product;
    }
}
