package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.RestockNotices.Outcome;
import dev.stampede.model.table.RestockNoticesTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class DynamoDbRestockNoticesContractTest {

    private final Cloud cloud;
    private final RestockNotices notices;
    private final String product = Sample.id();
    private final String email = Sample.id() + "@example.com";

    DynamoDbRestockNoticesContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.notices = new DynamoDbRestockNotices(cloud.dynamoDb(), "RestockNotices");
    }

    @Test
    void anAddressIsNotedOnceForAProduct() {
        assertThat(note(product, email)).isEqualTo(Outcome.NOTED);
        assertThat(note(product, email)).isEqualTo(Outcome.NOTED_BEFORE);
        assertThat(note(product, email.toUpperCase().replace("@", "+tag@"))).isEqualTo(Outcome.NOTED_BEFORE);

        assertThat(item(product)).containsEntry("email", AttributeValue.fromS(email))
                .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(
                        Sample.NOON.plus(RestockNoticesTable.KEPT).getEpochSecond())));
    }

    @Test
    void anAddressIsNotedForAsManyProductsAsOneMay() {
        for (int i = 0; i < DynamoDbRestockNotices.MAX_OF_AN_ADDRESS; i++) {
            assertThat(note(Sample.id(), email)).isEqualTo(Outcome.NOTED);
        }

        assertThat(note(product, email)).isEqualTo(Outcome.TOO_MANY);
        assertThat(note(product, email.replace("@", "+another@"))).isEqualTo(Outcome.TOO_MANY);
        assertThat(item(product)).isEmpty();
        assertThat(note(product, Sample.id() + "@example.com")).isEqualTo(Outcome.NOTED);
        Instant later = Sample.NOON.plus(RestockNoticesTable.KEPT);
        assertThat(notices.note(product, email, later)).isEqualTo(Outcome.NOTED);
    }

    @Test
    void whatWasNotedBeforeCountsOnce() {
        note(product, email);
        for (int i = 0; i < DynamoDbRestockNotices.MAX_OF_AN_ADDRESS; i++) {
            note(product, email);
        }

        assertThat(note(Sample.id(), email)).isEqualTo(Outcome.NOTED);
    }

    @Test
    void aNoticeThatExpiredIsReplacedThoughItIsStillThere() {
        note(product, email);

        assertThat(notices.note(product, email, Sample.NOON.plus(RestockNoticesTable.KEPT))).isEqualTo(Outcome.NOTED);
    }

    @Test
    void ofRequestsThatRaceOneIsNoted() {
        List<Outcome> outcomes = Race.of(8, () -> note(product, email));

        assertThat(outcomes).containsOnlyOnce(Outcome.NOTED).doesNotContain(Outcome.TOO_MANY);
    }

    private Outcome note(String productId, String address) {
        return notices.note(productId, address, Sample.NOON);
    }

    private Map<String, AttributeValue> item(String productId) {
        return cloud.tables().item(
                "RestockNotices", RestockNoticesTable.key(productId, RestockNoticesTable.recipient(email)));
    }
}
