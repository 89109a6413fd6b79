package dev.stampede.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.item.InFlight.ItemKey;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight();
    private final ItemKey hot = item("hot");
    private final ItemKey cold = item("cold");

    @Test
    void aTransactionThatMeetsAnotherOnAnItemIsNotBegunAndIsToldOnWhich() {
        List<Boolean> conflicts = new ArrayList<>();

        inFlight.transaction(List.of(hot), new ArrayList<>(),
                () -> assertThat(inFlight.transaction(List.of(cold, hot), conflicts, () -> "begun")).isEmpty());

        assertThat(conflicts).containsExactly(false, true);
    }

    @Test
    void aTransactionThatWasNotBegunHoldsNothing() {
        inFlight.transaction(List.of(hot), new ArrayList<>(),
                () -> inFlight.transaction(List.of(cold, hot), new ArrayList<>(), () -> "begun"));

        assertThat(begins(cold)).isTrue();
        assertThat(begins(hot)).isTrue();
    }

    @Test
    void aSingleWriteDuringATransactionOnItsItemIsRefused() {
        inFlight.transaction(List.of(hot), new ArrayList<>(), () -> {
            assertThatThrownBy(() -> inFlight.single(hot, () -> "written"))
                    .hasMessage("Transaction is ongoing for the item");
            return assertThat(inFlight.single(cold, () -> "written")).isEqualTo("written");
        });
    }

    @Test
    void aTransactionDuringASingleWriteOnItsItemIsNotBegun() {
        inFlight.single(hot, () -> assertThat(begins(hot)).isFalse());
        assertThat(begins(hot)).isTrue();
    }

    @Test
    void singleWritesDoNotRefuseEachOther() {
        inFlight.single(hot, () -> {
            inFlight.single(hot, () -> "second");
            return assertThat(begins(hot)).as("while the first is at work").isFalse();
        });
    }

    @Test
    void whatFailsLetsGoOfItsItems() {
        assertThatThrownBy(() -> inFlight.transaction(List.of(hot), new ArrayList<>(), () -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        assertThatThrownBy(() -> inFlight.single(cold, () -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");

        assertThat(begins(hot)).isTrue();
        assertThat(begins(cold)).isTrue();
    }

    @Test
    void oneWhoReadsIsToldOfTransactionsAndNotOfSingleWrites() {
        inFlight.transaction(List.of(hot), new ArrayList<>(), () -> inFlight.single(cold,
                () -> assertThat(inFlight.inTransaction(List.of(hot, cold))).containsExactly(true, false)));
    }

    private boolean begins(ItemKey item) {
        Optional<String> begun = inFlight.transaction(List.of(item), new ArrayList<>(), () -> "begun");
        return begun.isPresent();
    }

    private static ItemKey item(String key) {
        return new ItemKey("table", Map.of("sku", new S(key)));
    }
}
