package dev.stampede.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// By https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html.
class SizesTest {

    private static int size(String value) throws IOException {
        return Sizes.of(ValueJson.read(new ObjectMapper().readTree(value.replace('\'', '"'))));
    }

    @Test
    void textsAndBinaryCountTheirBytes() throws IOException {
        assertThat(size("{'S': 'h\u00e9\uff5e\ud83d\ude00'}")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(size("{'S': ''}")).isZero();
        assertThat(size("{'B': 'AAECAw=='}")).isEqualTo(4);
        for (String text : new String[]{"", "abc", "\u00e9\u0000", "\uff5e", "\ud83d\ude00x"}) {
            assertThat(Sizes.utf8(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void numbersCountPairsOfDigits() throws IOException {
        assertThat(size("{'N': '1'}")).isEqualTo(2);
        assertThat(size("{'N': '12'}")).isEqualTo(2);
        assertThat(size("{'N': '100'}")).as("trailing zeros are no digits").isEqualTo(2);
        assertThat(size("{'N': '123'}")).isEqualTo(3);
        assertThat(size("{'N': '-123'}")).isEqualTo(4);
        assertThat(size("{'N': '0.5'}")).isEqualTo(2);
        assertThat(size("{'N': '1.5'}")).as("a pair on each side of the point").isEqualTo(3);
        assertThat(size("{'N': '" + "9".repeat(38) + "'}")).isEqualTo(20);
    }

    @Test
    void documentsAndSetsCountWhatIsInThem() throws IOException {
        assertThat(size("{'BOOL': true}")).isEqualTo(1);
        assertThat(size("{'NULL': true}")).isEqualTo(1);
        assertThat(size("{'L': []}")).isEqualTo(3);
        assertThat(size("{'L': [{'S': 'abc'}, {'BOOL': false}]}")).isEqualTo(3 + (1 + 3) + (1 + 1));
        assertThat(size("{'M': {'ab': {'S': 'abc'}}}")).isEqualTo(3 + 1 + 2 + 3);
        assertThat(size("{'SS': ['a', 'bcd']}")).isEqualTo(4);
        assertThat(size("{'NS': ['1', '123']}")).isEqualTo(2 + 3);
        assertThat(size("{'BS': ['AAECAw==', '']}")).isEqualTo(4);
    }
}
