package dev.stampede.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.local.endpoint.OngoingTransactions.Transaction;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OngoingTransactionsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final OngoingTransactions ongoing = new OngoingTransactions(now::get);

    @Test
    void aTransactionConflictsOnTheItemsThatAnotherIsAtWorkOnAndTakesNone() {
        Transaction first = ongoing.of(List.of("a", "b"));
        assertThat(ongoing.begin(first)).isEmpty();

        assertThat(ongoing.begin(ongoing.of(List.of("c", "b", "d", "a")))).containsExactly(1, 3);
        assertThat(ongoing.has("a")).isTrue();
        assertThat(ongoing.has("c")).isFalse();

        ongoing.end(first);
        assertThat(ongoing.has("a")).isFalse();
        assertThat(ongoing.begin(ongoing.of(List.of("c", "b", "d", "a")))).isEmpty();
    }

    @Test
    void oneThatIsHeldUpInTheEngineIsInNobodysWayAndEndsOnlyItself() {
        Transaction slow = ongoing.of(List.of("a"));
        ongoing.begin(slow);
        now.addAndGet(OngoingTransactions.LONGEST.toNanos() - 1);
        assertThat(ongoing.has("a")).isTrue();
        now.addAndGet(1);
        assertThat(ongoing.begin(ongoing.of(List.of("a")))).isEmpty();

        ongoing.end(slow);

        assertThat(ongoing.has("a")).isTrue();
    }
}
