package dev.stampede.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

    private static KeyBytes partition(String... hashKey) {
        return KeyBytes.partition(
                Arrays.stream(hashKey).<AttributeValue>map(S::new).toList());
    }

    @Test
    void partitionsAreSpreadOverAllHashes() {
        long quarters = IntStream.range(0, 100)
                .map(i -> (partition("p" + i).bytes()[0] & 0xFF) / 64)
                .distinct()
                .count();

        assertThat(quarters).isEqualTo(4);
    }

    @Test
    void theAttributesOfAPartitionKeyAreToldApart() {
        assertThat(partition("a", "bc").bytes()).isNotEqualTo(partition("ab", "c").bytes());
    }

    /// The mark at the end is not taken for a zero in the text, whatever follows.
    @Test
    void aTextIsBelowTheSameWithAZeroBehindIt() {
        byte[] shorter = partition("p").then(new S("a")).then(new byte[]{-1, -1}).bytes();
        byte[] longer = partition("p").then(new S("a\0")).then(new byte[]{0}).bytes();

        assertThat(Arrays.compareUnsigned(shorter, longer)).isNegative();
    }

    @Test
    void numbersThatBeginAlikeAreInOrderOnBothSidesOfZero() {
        List<String> numbers =
                List.of("-11", "-10.5", "-10", "-1.1", "-1.05", "-1", "-0.5", "0", "0.5", "1", "1.05", "1.1", "10",
                        "10.5");

        assertThat(numbers.stream()
                .map(number -> partition("p").then(new N(Numbers.parse(number))).bytes()))
                .isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void behindAPrefixComesTheNextByte() {
        assertThat(KeyBytes.behind(new byte[]{1, 2})).containsExactly(1, 3);
        assertThat(KeyBytes.behind(new byte[]{1, -1, -1})).containsExactly(2);
        assertThat(KeyBytes.behind(new byte[]{-1, -1})).isNull();
    }

    @Test
    void segmentsShareAllHashes() {
        assertThat(KeyBytes.segmentStart(0, 2)).containsExactly(0, 0, 0, 0);
        assertThat(KeyBytes.segmentStart(1, 2)).containsExactly(0x80, 0, 0, 0);
        assertThat(KeyBytes.segmentStart(3, 4)).containsExactly(0xC0, 0, 0, 0);
    }
}
