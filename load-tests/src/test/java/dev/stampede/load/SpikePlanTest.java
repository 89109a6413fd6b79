package dev.stampede.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpikePlanTest {

    @Test
    void isTwoHundredBuyersForTwentyUnitsUnlessSaidOtherwise() {
        SpikePlan plan = SpikePlan.from(new Parameters(name -> null));

        assertThat(plan.buyers()).isEqualTo(200);
        assertThat(plan.units()).isEqualTo(20);
        assertThat(plan.p95()).isEqualTo(5000);
        assertThat(plan.product()).isEmpty();
    }

    @Test
    void needsAProductThatIsThereAlreadyOnAnyShopButALaptops() {
        Map<String, String> given = Map.of("base-url", "https://shop.example", "allow-host", "shop.example");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpikePlan.from(new Parameters(given::get)))
                .withMessageContaining("--product");
    }

    @Test
    void refusesToSetTheUnitsOfAProductThatIsThereAlready() {
        Map<String, String> given = Map.of("product", "rtx-4090", "units", "20");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpikePlan.from(new Parameters(given::get)))
                .withMessageContaining("--units is for a new product");
    }

    @Test
    void refusesAProductIdThatWouldBeAnotherPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpikePlan.from(new Parameters(Map.of("product", "../orders")::get)))
                .withMessageContaining("--product");
    }

    @Test
    void givesEveryBuyerAKeyAndAnAddressOfTheirOwnAndSendsAFifthTwice() {
        Run run = new Run("r1", Path.of("unused"));
        Buyers buyers = new Buyers(run, "sale", "spike-r1", 200);
        var dealt = IntStream.range(0, 200).mapToObj(buyer -> buyers.next()).toList();

        assertThat(buyers.hasNext()).isFalse();
        assertThat(dealt).extracting(buyer -> buyer.get("key")).doesNotHaveDuplicates();
        assertThat(dealt).extracting(buyer -> buyer.get("email")).doesNotHaveDuplicates();
        assertThat(dealt).filteredOn(buyer -> buyer.get("twice").equals(true)).hasSize(40);
    }
}
