package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.table.GuestAccessTable;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EveryEngine
class DynamoDbKeptCodesContractTest {

    private static final String TABLE = "GuestAccess";

    private final DynamoDbClient dynamoDb;
    private final KeptCodes codes;
    private final String orderId = Sample.id();

    DynamoDbKeptCodesContractTest(Engine engine) {
        this.dynamoDb = engine.cloud().dynamoDb();
        this.codes = new DynamoDbKeptCodes(dynamoDb, TABLE);
    }

    @Test
    void aRepeatKeepsTheCodeAndTheTriesThatWereMade() {
        AccessRequest request = request("one", Sample.NOON);
        assertThat(codes.keep(request)).isTrue();
        dynamoDb.updateItem(GuestAccessTable.tryOnce(orderId, Sample.NOON).request(TABLE));

        assertThat(codes.keep(request)).isTrue();

        assertThat(dynamoDb.getItem(get -> get.tableName(TABLE).key(GuestAccessTable.codeKey(orderId))).item()
                .get("tries").n())
                .isEqualTo("1");
    }

    @Test
    void aCodeThatWasUsedIsNotBroughtBackByARepeat() {
        AccessRequest request = request("one", Sample.NOON);
        codes.keep(request);
        dynamoDb.updateItem(GuestAccessTable.use(orderId, "one", Sample.NOON).request(TABLE));

        assertThat(codes.keep(request)).isFalse();
    }

    @Test
    void theNewestCodeIsKeptInWhateverOrderTheyCome() {
        AccessRequest newer = request("two", Sample.NOON.plusSeconds(1));

        assertThat(codes.keep(newer)).isTrue();
        assertThat(codes.keep(request("one", Sample.NOON))).isFalse();
        assertThat(codes.keep(newer)).isTrue();
        assertThat(codes.keep(request("three", Sample.NOON.plusSeconds(2)))).isTrue();
        assertThat(codes.keep(newer)).isFalse();
    }

    private AccessRequest request(String id, Instant at) {
        return new AccessRequest(id, orderId, "a@example.com", "40718356", "hash of " + id, at);
    }
}
