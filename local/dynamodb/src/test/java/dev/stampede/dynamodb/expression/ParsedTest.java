package dev.stampede.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedTest {

    private final Parsed<Integer> lengths = new Parsed<>();
    private final List<String> read = new ArrayList<>();

    private int length(String text) {
        return lengths.of(text, each -> {
            read.add(each);
            return each.length();
        });
    }

    @Test
    void aTextIsReadOnce() {
        assertThat(length("a = :a")).isEqualTo(6);
        assertThat(length("a = :a")).isEqualTo(6);

        assertThat(read).containsExactly("a = :a");
    }

    @Test
    void textsWithoutEndAreNotKeptWithoutEnd() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(length("a = " + i)).isEqualTo(("a = " + i).length());
            assertThat(lengths.size()).isBetween(1, 250);
        }
    }

    @Test
    void whatIsRefusedIsReadAgain() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> lengths.of("a =", _ -> {
                throw new IllegalArgumentException();
            }))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(lengths.size()).isZero();
    }
}
