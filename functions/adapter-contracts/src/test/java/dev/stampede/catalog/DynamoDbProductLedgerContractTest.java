package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.ProductLedger.Outcome;
import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Race;
import dev.stampede.contracts.Sample;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.table.ProductsTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class DynamoDbProductLedgerContractTest {

    private final Cloud cloud;
    private final ProductLedger ledger;
    private final String id = Sample.id();

    DynamoDbProductLedgerContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.ledger = new DynamoDbProductLedger(cloud.dynamoDb(), Cloud.PRODUCTS);
    }

    @Test
    void anIdIsTakenOnce() {
        Product first = product(1);

        assertThat(ledger.insert(first)).isTrue();
        assertThat(ledger.insert(product(5))).isFalse();
        assertThat(ledger.find(id)).contains(first);
    }

    @Test
    void ofThoseWhoCreateAtOnceOneDoes() {
        assertThat(Race.of(8, () -> ledger.insert(product(1)))).containsOnlyOnce(true);
    }

    @Test
    void aProductIsReplacedInTheVersionThatWasSeen() {
        ledger.insert(product(1));

        assertThat(ledger.replace(product(2), 1)).isEqualTo(new Written());
        assertThat(ledger.replace(product(2), 1)).isEqualTo(new Stale(2));
        assertThat(ledger.replace(product(3), 2)).isEqualTo(new Written());
        assertThat(ledger.find(id)).contains(product(3));
    }

    @Test
    void aProductIsRemovedInTheVersionThatWasSeen() {
        ledger.insert(product(1));
        ledger.replace(product(2), 1);

        assertThat(ledger.remove(id, 1)).isEqualTo(new Stale(2));
        assertThat(ledger.remove(id, 2)).isEqualTo(new Written());
        assertThat(ledger.find(id)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNeitherReplacedNorRemoved() {
        assertThat(ledger.replace(product(2), 1)).isEqualTo(new Missing());
        assertThat(ledger.replace(product(3), 2)).isEqualTo(new Missing());
        assertThat(ledger.remove(id, 1)).isEqualTo(new Missing());
        assertThat(ledger.find(id)).isEmpty();
    }

    @Test
    void ofThoseWhoReplaceTheSameVersionOneDoes() {
        ledger.insert(product(1));

        List<Outcome> outcomes = Race.of(8, () -> ledger.replace(product(2), 1));

        assertThat(outcomes).containsOnlyOnce(new Written());
        assertThat(outcomes).filteredOn(new Stale(2)::equals).hasSize(7);
    }

    @Test
    void aProductFromBeforeVersionsIsTheFirst() {
        Map<String, AttributeValue> item = new HashMap<>(ProductsTable.toItem(product(1)));
        item.remove("version");
        item.remove("createdAt");
        cloud.dynamoDb().putItem(put -> put.tableName(Cloud.PRODUCTS).item(item));

        assertThat(ledger.find(id).orElseThrow().version()).isEqualTo(1);
        assertThat(ledger.replace(product(3), 2)).isEqualTo(new Stale(1));
        assertThat(ledger.replace(product(2), 1)).isEqualTo(new Written());
    }

    private Product product(long version) {
        return new Product(id, "Hub", Money.ofMinor(version), Optional.empty(), "", "parts", "/i.svg", Optional.empty(),
                Optional.empty(), Sample.NOON, version);
    }
}
