package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.ProductLedger.Outcome;
import dev.stampede.catalog.ProductLedger.Outcome.Busy;
import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.model.ForSale;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class DynamoDbProductLedgerContractTest {

    private static final Instant DELETION = Sample.NOON.plusSeconds(90);
    private static final Sale SUMMER = sale("summer");

    private final Cloud cloud;
    private final ProductLedger ledger;
    private final String id = Sample.id();

    DynamoDbProductLedgerContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.ledger = new DynamoDbProductLedger(cloud.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK, _ -> {});
    }

    @Test
    void anIdIsTakenOnce() {
        Product first = product(1);

        assertThat(ledger.insert(first)).isEqualTo(new Written());
        assertThat(ledger.insert(product(5))).isEqualTo(new Stale(1));
        assertThat(ledger.find(id)).contains(first);
    }

    @Test
    void ofThoseWhoCreateAtOnceOneDoes() {
        assertThat(Race.of(8, () -> ledger.insert(product(1)))).containsOnlyOnce(new Written());
    }

    @Test
    void aProductIsReplacedInTheVersionThatWasSeen() {
        ledger.insert(product(1));

        assertThat(ledger.replace(product(2), 1, Optional.empty())).isEqualTo(new Written());
        assertThat(ledger.replace(product(2), 1, Optional.empty())).isEqualTo(new Stale(2));
        assertThat(ledger.replace(product(3), 2, Optional.empty())).isEqualTo(new Written());
        assertThat(ledger.find(id)).contains(product(3));
    }

    @Test
    void aProductIsRemovedInTheVersionThatWasSeen() {
        ledger.insert(product(1));
        ledger.replace(product(2), 1, Optional.empty());

        assertThat(ledger.remove(id, 1, DELETION, Optional.empty())).isEqualTo(new Stale(2));
        assertThat(ledger.remove(id, 2, DELETION, Optional.empty())).isEqualTo(new Written());
        assertThat(ledger.find(id)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNeitherReplacedNorRemoved() {
        assertThat(ledger.replace(product(2), 1, Optional.empty())).isEqualTo(new Missing());
        assertThat(ledger.replace(product(3), 2, Optional.empty())).isEqualTo(new Missing());
        assertThat(ledger.remove(id, 1, DELETION, Optional.empty())).isEqualTo(new Missing());
        assertThat(ledger.find(id)).isEmpty();
    }

    @Test
    void ofThoseWhoReplaceTheSameVersionOneDoes() {
        ledger.insert(product(1));

        List<Outcome> outcomes = Race.of(8, () -> ledger.replace(product(2), 1, Optional.empty()));

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
        assertThat(ledger.replace(product(3), 2, Optional.empty())).isEqualTo(new Stale(1));
        assertThat(ledger.replace(product(2), 1, Optional.empty())).isEqualTo(new Written());
    }

    /// What orders in the queue meet.
    @Test
    void whatIsRemovedIsSoldToNobodyFromThenOnAndMadeAnewToWhoOrdersItThen() {
        cloud.tables().put(new Stock(id, 5, 3, 2, Map.of("spring", 4L)));
        ledger.insert(product(1));
        assertThat(cloud.tables().stock(id))
                .isEqualTo(new Stock(id, 5, 3, 2, Map.of("spring", 4L), ForSale.since(product(1).createdAt())));

        ledger.remove(id, 1, DELETION, Optional.of(SUMMER));
        assertThat(cloud.tables().stock(id))
                .isEqualTo(new Stock(id, 5, 3, 2, Map.of("spring", 4L, "summer", 9L),
                        new ForSale(product(1).createdAt(), DELETION)));

        ledger.insert(product(2));
        assertThat(cloud.tables().stock(id).forSale()).isEqualTo(ForSale.since(product(2).createdAt()));
    }

    @Test
    void aProductWithoutStockHasNoUnitsAndIsMarkedAllTheSame() {
        ledger.insert(product(1));
        assertThat(cloud.tables().stock(id))
                .isEqualTo(new Stock(id, 0, 0, 0, Map.of(), ForSale.since(product(1).createdAt())));

        ledger.remove(id, 1, DELETION, Optional.empty());
        assertThat(cloud.tables().stock(id).forSale().until()).isEqualTo(DELETION);
    }

    @Test
    void aSaleThatIsTakenOffIsCountedAsItIsOrWithAllItsUnits() {
        cloud.tables().put(new Stock(id, 5, 0, 0, Map.of("summer", 4L)));
        ledger.insert(product(1));

        ledger.replace(product(2), 1, Optional.of(SUMMER));
        assertThat(cloud.tables().stock(id).saleUnitsLeft()).isEqualTo(Map.of("summer", 4L));
        ledger.replace(product(3), 2, Optional.of(sale("autumn")));
        assertThat(cloud.tables().stock(id).saleUnitsLeft()).isEqualTo(Map.of("summer", 4L, "autumn", 9L));
        assertThat(ledger.replace(product(4), 2, Optional.of(sale("winter")))).isEqualTo(new Stale(3));
        assertThat(cloud.tables().stock(id).saleUnitsLeft()).doesNotContainKey("winter");
    }

    /// It was counted after whoever creates the product had looked.
    @Test
    void noProductIsMadeWithASaleThatIsCounted() {
        cloud.tables().put(new Stock(id, 5, 0, 0, Map.of("summer", 4L)));

        assertThat(ledger.insert(product(1, Optional.of(SUMMER)))).isEqualTo(new Busy());
        assertThat(ledger.find(id)).isEmpty();
        assertThat(ledger.insert(product(1, Optional.of(sale("autumn"))))).isEqualTo(new Written());
    }

    private static Sale sale(String saleId) {
        return new Sale(saleId, Sample.NOON, Sample.NOON.plusSeconds(60), Money.ofMinor(1), 9, Optional.empty());
    }

    private Product product(long version) {
        return product(version, Optional.empty());
    }

    private Product product(long version, Optional<Sale> sale) {
        return new Product(id, "Hub", Money.ofMinor(version), Optional.empty(), "", "parts", "/i.svg", Optional.empty(),
                sale, Sample.NOON.plusSeconds(version), version);
    }
}
