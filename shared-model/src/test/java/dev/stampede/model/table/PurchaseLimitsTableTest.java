package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.PurchaseCounter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurchaseLimitsTableTest {

    private static final Customer ANN = customer("ann@gmail.com");

    @Test
    void onePersonCountsOnceHoweverTheAddressIsWritten() {
        assertThat(counter(customer("A.nn+sale@googlemail.com"), Optional.empty()))
                .isEqualTo(counter(ANN, Optional.empty()))
                .isNotEqualTo(counter(customer("bob@gmail.com"), Optional.empty()));
    }

    @Test
    void eachSaleOfASkuCountsApart() {
        assertThat(counter(ANN, Optional.of("flash"))).endsWith("#gpu@flash")
                .isNotEqualTo(counter(ANN, Optional.of("late")));
        assertThat(counter(ANN, Optional.empty())).endsWith("#gpu");
    }

    @Test
    void theTableIsNoListOfCustomers() {
        assertThat(counter(ANN, Optional.empty())).matches("[0-9a-f]{32}#gpu");
    }

    @Test
    void unitsAreCountedOnlyUpToTheLimit() {
        ConditionalUpdate update = PurchaseLimitsTable.take("ann#gpu", 2, 5);

        assertThat(update.key()).isEqualTo(PurchaseLimitsTable.key("ann#gpu"));
        assertThat(update.update()).isEqualTo("SET bought = if_not_exists(bought, :none) + :units");
        assertThat(update.condition()).isEqualTo("attribute_not_exists(bought) OR bought <= :room");
        assertThat(update.values()).isEqualTo(Map.of(":none", number(0), ":units", number(2), ":room", number(3)));
    }

    @Test
    void unitsThatAloneAreAboveTheLimitAreABug() {
        assertThat(PurchaseLimitsTable.take("ann#gpu", 5, 5).values()).containsEntry(":room", number(0));
        assertThatThrownBy(() -> PurchaseLimitsTable.take("ann#gpu", 6, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noMoreIsReleasedThanWasCounted() {
        ConditionalUpdate update = PurchaseLimitsTable.release("ann#gpu", 2);

        assertThat(update.update()).isEqualTo("SET bought = bought - :units");
        assertThat(update.condition()).isEqualTo("bought >= :units");
        assertThat(update.values()).isEqualTo(Map.of(":units", number(2)));
    }

    @Test
    void aCountReadsAsItWasWritten() {
        assertThat(PurchaseLimitsTable.bought(Map.of("bought", number(4)))).isEqualTo(4);
    }

    private static String counter(Customer customer, Optional<String> sale) {
        return PurchaseCounter.of(customer, new OrderLine(
                "gpu", "GPU", Money.ofMinor(1), 1, Optional.of(5), sale.map(id -> new SaleUnits(id, 50))));
    }

    @Test
    void anOwnerCountsApartFromWhoeverWritesTheAddress() {
        Customer anybody = new Customer(Optional.of("ann@example.com"), Optional.empty());
        OrderLine line =
                new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1), 1, Optional.of(1), Optional.empty());

        assertThat(PurchaseCounter.of(anybody.asProven(), line))
                .isNotEqualTo(PurchaseCounter.of(anybody, line))
                .isEqualTo(PurchaseCounter.of(
                        new Customer(Optional.of("Ann+x@example.com"), Optional.empty(), true), line));
    }

    private static Customer customer(String address) {
        return new Customer(Optional.of(address), Optional.empty());
    }
}
