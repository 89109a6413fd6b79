package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbMailCountsContractTest {

    private final MailCounts counts;
    private final String mailbox = Sample.id();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    DynamoDbMailCountsContractTest(Engine engine) {
        this.counts = new DynamoDbMailCounts(engine.cloud().dynamoDb(), "GuestAccess", 10, () -> now);
    }

    @Test
    void aMailboxGetsSoManyInADayWhoeverCounts() {
        List<Boolean> through = Race.of(9, () -> counts.take(mailbox, 2));

        assertThat(through).filteredOn(each -> each).hasSize(5);
        assertThat(counts.take("another " + mailbox, 2)).isTrue();
    }

    @Test
    void whatWasCountedAndNotSentIsGivenBack() {
        assertThat(counts.take(mailbox, 10)).isTrue();
        counts.giveBack(mailbox, 2);

        assertThat(counts.take(mailbox, 2)).isTrue();
        assertThat(counts.take(mailbox, 1)).isFalse();
    }

    @Test
    void whatWasCountedYesterdayGivesNothingBackToday() {
        now = Instant.parse("2026-01-01T23:59:59Z");
        assertThat(counts.take(mailbox, 2)).isTrue();
        now = Instant.parse("2026-01-02T00:00:00Z");
        counts.giveBack(mailbox, 2);

        assertThat(counts.take(mailbox, 10)).isTrue();
        assertThat(counts.take(mailbox, 1)).isFalse();
    }

    @Test
    void theNextDayBeginsAtMidnight() {
        assertThat(counts.take(mailbox, 10)).isTrue();
        now = Instant.parse("2026-01-01T23:59:59Z");
        assertThat(counts.take(mailbox, 1)).isFalse();
        now = Instant.parse("2026-01-02T00:00:00Z");
        assertThat(counts.take(mailbox, 1)).isTrue();
    }
}
