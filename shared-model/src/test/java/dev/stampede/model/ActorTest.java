package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Größe 42", "it is \uD83D\uDC68\u200D\uD83D\uDD27", "<b>\"quoted\"</b>"})
    void aNoteIsAnyText(String text) {
        assertThat(Actor.customer(Orders.LATER, Optional.of(text)).note()).contains(text);
    }

    @Test
    void aNoteIsOneLineWithoutControlCharacters() {
        assertThat(List.of("two\nlines", "tab\t", "bell\u0007", "\u009b31m", "two\u2028lines"))
                .noneMatch(Actor::isNote)
                .allSatisfy(text -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Actor.customer(Orders.LATER, Optional.of(text))));
    }

    @Test
    void aNoteHasFiveHundredCharactersAtMost() {
        assertThat(Actor.isNote("x".repeat(500))).isTrue();
        assertThat(Actor.isNote("x".repeat(501))).isFalse();
        // However many UTF-16 units they take.
        assertThat(Actor.customer(Orders.LATER, Optional.of("\uD83D\uDE00".repeat(500))).note()).isPresent();
        assertThat(Actor.isNote("\uD83D\uDE00".repeat(501))).isFalse();
    }
}
