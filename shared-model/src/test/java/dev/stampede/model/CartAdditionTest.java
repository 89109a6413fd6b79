package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CartAdditionTest {

    private final CartAddition two = new CartAddition("k1", "gpu", 2);

    @Test
    void aRepeatIsKnownAndContradictsNothing() {
        assertThat(two.isKnown(two.marks())).isTrue();
        assertThat(two.contradicts(two.marks())).isFalse();
        assertThat(two.isKnown(Set.of())).isFalse();
        assertThat(two.contradicts(Set.of())).isFalse();
    }

    @Test
    void anotherQuantityOrProductUnderTheKeyIsContradicted() {
        assertThat(new CartAddition("k1", "gpu", 1).contradicts(two.marks())).isTrue();
        assertThat(new CartAddition("k1", "gp", 2).contradicts(two.marks())).isTrue();
        assertThat(new CartAddition("k", "gpu", 1).contradicts(two.marks())).isFalse();
        assertThat(new CartAddition("k11", "gpu", 1).contradicts(two.marks())).isFalse();
    }

    /// Nobody can tell what it asked for.
    @Test
    void aKeyThatWasKeptAloneIsARepeatOfAnything() {
        assertThat(two.isKnown(Set.of("k1"))).isTrue();
        assertThat(two.contradicts(Set.of("k1"))).isFalse();
    }
}
