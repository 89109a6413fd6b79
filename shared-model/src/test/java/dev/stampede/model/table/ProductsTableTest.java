package dev.stampede.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ProductsTableTest {

    private static final Instant STARTS = Instant.parse("2026-11-27T10:00:00Z");

    static List<Product> products() {
        Sale sale = new Sale("flash", STARTS, STARTS.plusMillis(1), Money.ofMinor(80_000), 50, Optional.of(2));
        Sale unlimited = new Sale("flash", STARTS, STARTS.plusSeconds(60), Money.ofMinor(80_000), 50, Optional.empty());
        return List.of(
                new Product("p", "P", Money.ofMinor(1), Optional.empty(), "", "c", "/i.svg", 1),
                new Product("p", "P", Money.ofMinor(1), Optional.of(Money.ofMinor(2)), "d", "c", "/i.svg",
                        Optional.of(5), Optional.of(sale), 2),
                new Product("p", "P", Money.ofMinor(1), Optional.empty(), "d", "c", "/i.svg",
                        Optional.empty(), Optional.of(unlimited), STARTS.plusMillis(7), Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("products")
    void aProductLosesNothingInTheTable(Product product) {
        assertThat(ProductsTable.fromItem(ProductsTable.toItem(product))).isEqualTo(product);
        assertThat(ProductsTable.toItem(product)).containsAllEntriesOf(ProductsTable.key("p"));
    }

    @Test
    void aProductFromBeforeVersionsIsTheFirst() {
        Map<String, AttributeValue> item = new HashMap<>(MinimalRecords.productItem());
        item.remove("version");

        assertThat(ProductsTable.fromItem(item).version()).isEqualTo(1);
        assertThat(ProductsTable.fromItem(item).createdAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void onlyTheFirstVersionMayBeUnwritten() {
        assertThat(ProductsTable.isVersion(1).expression()).isEqualTo(
                "attribute_exists(productId) AND (attribute_not_exists(#version) OR #version = :version)");
        assertThat(ProductsTable.isVersion(2).expression()).isEqualTo("#version = :version");
        assertThat(ProductsTable.isVersion(2).names()).isEqualTo(Map.of("#version", "version"));
        assertThat(ProductsTable.isVersion(2).values()).isEqualTo(Map.of(":version", Attributes.number(2)));
    }

    @Test
    void aProductWithoutOptionalAttributesHasNeitherSaleNorLimit() {
        assertThat(ProductsTable.fromItem(MinimalRecords.productItem()))
                .isEqualTo(new Product("rtx-4090", "RTX 4090 GPU",
                        Money.ofMinor(159_999), Optional.of(Money.ofMinor(199_999)), "fast", "gpus", "/i.svg", 3));
    }
}
