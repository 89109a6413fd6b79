package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void anOfferIsTheProductWithItsStock() {
        Product product = sell();
        Stock stock = new Stock(product.id(), 5, 3, 2, Map.of("spring", 4L));
        tables.put(stock);

        assertThat(offers.find(List.of(product.id()))).containsOnlyKeys(product.id())
                .containsValue(new Offer(product, stock));
        assertThat(offers.findNow(List.of(product.id()))).isEqualTo(offers.find(List.of(product.id())));
    }

    /// A product remembered by the function carries its sale.
    @Test
    void anOfferHasTheSaleAndTheLimitOfItsProduct() {
        Product plain = Sample.product(Sample.id(), "graphics-cards");
        Product product = new Product(plain.id(), plain.name(), plain.price(), plain.originalPrice(),
                plain.description(), plain.category(), plain.image(), Optional.of(4),
                Optional.of(new Sale("spring", Sample.NOON, Sample.NOON.plusSeconds(60), Money.ofMinor(100), 50,
                        Optional.of(2))),
                plain.version());
        tables.put(product);

        assertThat(offers.find(List.of(product.id())).get(product.id()).product()).isEqualTo(product);
    }

    @Test
    void aProductWithoutStockHasNoUnits() {
        Product product = sell();

        assertThat(offers.find(List.of(product.id()))).containsValue(new Offer(product, Stock.of(product.id(), 0)));
        assertThat(offers.findNow(List.of(product.id()))).isEqualTo(offers.find(List.of(product.id())));
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
        assertThat(offers.findNow(Stream.concat(skus.stream(), skus.stream()).toList())).containsOnlyKeys(skus);
    }

    private Product sell() {
        Product product = Sample.product(Sample.id(), "graphics-cards");
        tables.put(product);
        return product;
    }
}
