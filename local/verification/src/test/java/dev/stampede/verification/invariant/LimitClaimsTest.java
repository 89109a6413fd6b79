package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.verification.workload.CatalogueItem;
import org.junit.jupiter.api.Test;

class LimitClaimsTest {

    private final World world = new World();

    @Test
    void aCustomerAboveALimitIsNamedWhateverTheAddress() {
        world.catalogue.put(World.BARGAIN,
                new CatalogueItem(world.catalogue.get(World.BARGAIN).product(), 30, World.START));
        world.place("again", World.BARGAIN, 2, "kept+2@shop.example", World::captured);
        world.rewrite("again", order -> order);

        assertThat(world.broken()).contains("No customer is above a limit (by customer and SKU)")
                .doesNotContain("Limit counters match the live orders");
    }

    @Test
    void aLimitCounterThatForgotToGoDownIsNamed() {
        Order cancelled = world.order("kept");
        String counter =
                PurchaseCounter.of(cancelled.placed().customer(), cancelled.placed().lines().getFirst());
        world.bought.merge(counter, 1L, Long::sum);

        assertThat(world.broken()).containsExactly("Limit counters match the live orders");
        assertThat(world.offenders()).containsExactly(counter + ": counted 2, its live orders hold 1");
    }

    @Test
    void aLimitCounterThatIsNotThereIsNamed() {
        world.bought.clear();

        assertThat(world.broken()).containsExactly("Limit counters match the live orders");
    }
}
