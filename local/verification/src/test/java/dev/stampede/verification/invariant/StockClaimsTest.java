package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.verification.invariant.Evidence.Units;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StockClaimsTest {

    private final World world = new World();

    @Test
    void aLostUnitIsNamedByItsSku() {
        stock(World.EVERYDAY,
                units -> new Units(units.available() - 1, units.reserved(), units.sold(), units.saleLeft()));

        assertThat(world.broken()).containsExactly("No unit appears or disappears (by SKU)");
        assertThat(world.offenders()).singleElement().asString().startsWith(World.EVERYDAY + ": 4 units at first");
    }

    @Test
    void aStockItemThatIsGoneIsNamed() {
        world.stock.remove(World.EVERYDAY);

        assertThat(world.broken()).containsExactly("No unit appears or disappears (by SKU)");
    }

    @Test
    void unitsTakenTwiceForOneOrderAreNamed() {
        stock(World.EVERYDAY,
                units -> new Units(units.available() - 1, units.reserved() + 1, units.sold(), units.saleLeft()));

        assertThat(world.broken()).containsExactly("Reserved and sold units match the orders");
    }

    @Test
    void unitsSoldForNoOrderAreNamed() {
        stock(World.EVERYDAY,
                units -> new Units(units.available() - 1, units.reserved(), units.sold() + 1, units.saleLeft()));

        assertThat(world.broken()).containsExactly("Reserved and sold units match the orders");
    }

    @Test
    void moreUnitsSoldThanThereWereIsOversold() {
        world.place("one-too-many", World.EVERYDAY, 4, World::captured);
        world.rewrite("one-too-many", order -> order);

        assertThat(world.broken()).containsExactly("Nothing is oversold, in stock or in a sale (by SKU)");
        assertThat(world.offenders()).contains("everyday: has a negative count", "everyday: 5 units taken of 4");
    }

    @Test
    void moreUnitsSoldInASaleThanItHadIsOversoldThoughTheyAreInStock() {
        world.place("one-too-many", World.BARGAIN, 1, World::captured);
        world.rewrite("one-too-many", order -> order);

        assertThat(world.broken()).containsExactly("Nothing is oversold, in stock or in a sale (by SKU)");
        assertThat(world.offenders()).containsExactly("bargain: sale sale of 2 units took 3 and has -1 left");
    }

    @Test
    void aSaleThatLostAUnitIsNamed() {
        stock(World.BARGAIN, units -> new Units(units.available(), units.reserved(), units.sold(), Map.of("sale", 1L)));

        assertThat(world.broken()).containsExactly("Nothing is oversold, in stock or in a sale (by SKU)");
    }

    private void stock(String sku, UnaryOperator<Units> change) {
        world.stock.compute(sku, (_, units) -> change.apply(units));
    }
}
