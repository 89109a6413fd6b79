package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.RestockNotice;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The items and expressions; that the engine takes them so is in the adapters' contracts.
class RestockNoticesTableTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aNoticeLosesNothingInTheTable() {
        RestockNotice notice =
                new RestockNotice("gpu", RestockNoticesTable.recipient("a@example.com"), "a@example.com");

        assertThat(RestockNoticesTable.fromItem(RestockNoticesTable.toItem(notice, NOON))).isEqualTo(notice);
        assertThat(RestockNoticesTable.toItem(notice, NOON))
                .containsAllEntriesOf(RestockNoticesTable.key("gpu", notice.recipient()))
                .containsEntry("expiresAt", number(NOON.plusSeconds(30 * 86_400).getEpochSecond()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A@Example.com", "a+tag@example.com"})
    void oneMailboxIsOneRecipientAndNoAddress(String spelling) {
        assertThat(RestockNoticesTable.recipient(spelling)).isEqualTo(RestockNoticesTable.recipient("a@example.com"))
                .matches("[0-9a-f]{32}");
        assertThat(RestockNoticesTable.recipient("b@example.com"))
                .isNotEqualTo(RestockNoticesTable.recipient(spelling));
    }

    @Test
    void theListOfWhatIsWaitedForExpiresWithItsLastNotice() {
        assertThat(RestockNoticesTable.waiting("gpu", NOON)).isEqualTo(Map.of(
                "productId", text("#waiting"), "recipient", text("gpu"), "askedAt", text("2026-01-01T12:00:00.000Z"),
                "expiresAt", number(NOON.plusSeconds(30 * 86_400).getEpochSecond())));
    }

    @Test
    void anAddressIsCountedInAWindowOfThirtyDays() {
        ConditionalUpdate count = RestockNoticesTable.count("r", NOON, 10);
        Instant nextWindow = NOON.plus(RestockNoticesTable.KEPT);

        assertThat(count.key().get("productId")).isEqualTo(text("#asked#r"));
        assertThat(count.condition()).isEqualTo("attribute_not_exists(asked) OR asked < :limit");
        assertThat(count.values()).containsEntry(":limit", number(10)).containsEntry(":one", number(1))
                .containsEntry(":none", number(0));
        assertThat(RestockNoticesTable.count("r", NOON.plusSeconds(1), 10).key()).isEqualTo(count.key());
        assertThat(RestockNoticesTable.count("r", nextWindow, 10).key()).isNotEqualTo(count.key());
    }
}
