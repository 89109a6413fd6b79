package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbProductsContractTest {

    private final Tables tables;
    private final Products products;
    private final String category = Sample.id();

    DynamoDbProductsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.products = new DynamoDbProducts(engine.cloud().dynamoDb(), Cloud.PRODUCTS);
    }

    @Test
    void findsAProductWithAndWithoutAWasPrice() {
        Product reduced = sell(Sample.id());
        Product plain = new Product(
                Sample.id(), "Cable", Money.ofMinor(999), Optional.empty(), "", category, "/c.svg", 3);
        tables.put(plain);

        assertThat(products.find(reduced.id())).contains(reduced);
        assertThat(products.find(plain.id())).contains(plain);
        assertThat(products.find(Sample.id())).isEmpty();
    }

    @Test
    void findsAProductWithItsSaleAndItsLimit() {
        Product onSale = new Product(Sample.id(), "Earbuds", Money.ofMinor(14_900), Optional.empty(), "", category,
                "/e.svg", Optional.of(4),
                Optional.of(new Sale("spring", Sample.NOON, Sample.NOON.plusSeconds(60), Money.ofMinor(5_900), 50,
                        Optional.of(2))),
                3);
        tables.put(onSale);

        assertThat(products.find(onSale.id())).contains(onSale);
    }

    @Test
    void aCategoryIsItsProductsByTheirIds() {
        String prefix = Sample.id();
        List<Product> sold = List.of(sell(prefix + "-c"), sell(prefix + "-a"), sell(prefix + "-b"));
        tables.put(Sample.product(Sample.id(), "not-" + category));

        assertThat(products.inCategory(category)).containsExactly(sold.get(1), sold.get(2), sold.get(0));
        assertThat(products.inCategory("no-such-category")).isEmpty();
    }

    /// A read answers with 1 MB at most (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html).
    @Test
    void readsOnWhereOneCallDoesNotHoldAll() {
        String description = "x".repeat(300_000);
        List<String> ids = IntStream.range(0, 5).mapToObj(_ -> Sample.id()).toList();
        ids.forEach(id -> tables.put(new Product(id, "Large", Money.ofMinor(1), Optional.empty(), description,
                category, "/l.svg", 1)));

        assertThat(products.inCategory(category)).hasSize(5);
        assertThat(products.all()).extracting(Product::id).containsAll(ids).doesNotHaveDuplicates();
    }

    private Product sell(String id) {
        Product product = Sample.product(id, category);
        tables.put(product);
        return product;
    }
}
