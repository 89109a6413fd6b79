package dev.stampede.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "{a:1}", "[1,]", "nul", "NaN",
        "01", "+1", "\"\u0001\"", "'a'", "{\"a\":1}{}", "// comment\n1", "1e99999999999", "1e9999", "1e-9999",
        "\"\\ud800\"", "\"\\ud800x\"", "\"\\udc00\\ud800\"",
        "{\"\\udc00\":1}"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void refusesDepthAndNumbersBeyondTheBounds() {
        assertThatThrownBy(() -> Json.read("[".repeat(33) + "]".repeat(33))).isInstanceOf(Json.Malformed.class);
        assertThatThrownBy(() -> Json.read("1".repeat(41))).isInstanceOf(Json.Malformed.class);
        assertThat(Json.read("[".repeat(32) + "]".repeat(32))).isNotNull();
    }

    @Test
    void saysWhereAndNothingOfTheText() {
        assertThatThrownBy(() -> Json.read("{\"card\":\"4242\",oops}"))
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("oops")
                .hasMessageNotContaining("4242");
    }

    @Test
    void tellsWholeNumbersFromDecimals() {
        assertThat(Json.read("1")).isEqualTo(1L);
        assertThat(Json.read("1.0")).isEqualTo(new BigDecimal("1.0"));
        assertThat(Json.read("1e9")).isEqualTo(new BigDecimal("1e9"));
        assertThat(Json.read("9223372036854775808")).isEqualTo(new BigDecimal("9223372036854775808"));
    }

    @Test
    void numbersAreBoundedAsTheyAreWrittenOut() {
        assertThat(Json.read("1e39")).isEqualTo(new BigDecimal("1e39"));
        assertThatThrownBy(() -> Json.read("1e40")).isInstanceOf(Json.Malformed.class);
        assertThat(Json.read("1e-38")).isEqualTo(new BigDecimal("1e-38"));
        assertThatThrownBy(() -> Json.read("1e-39")).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void bytesInNoCharacterSetAreMalformed() {
        for (byte[] bytes : List.of(new byte[]{'{', '"', (byte) 0xff, '"'}, new byte[]{0, 0, 0, '{', 0, -1, -1, -1})) {
            assertThatThrownBy(() -> Json.readObject(new ByteArrayInputStream(bytes)))
                    .isInstanceOf(Json.Malformed.class);
        }
    }

    @Test
    void pairsOfSurrogatesAreCharacters() {
        assertThat(Json.read("\"\\ud83d\\ude00x\"")).isEqualTo(new String(Character.toChars(0x1f600)) + "x");
    }

    @Test
    void writesWhatItReads() {
        String text = "{\"a\":[1,2.50,true,null,\"\\\"ä\"],\"b\":{}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void namesTheFieldThatIsMissingOrOfAnotherType() {
        JsonObject object = new JsonObject(Map.of("n", 1L));

        assertThatThrownBy(() -> object.string("n")).hasMessage("n has the wrong type");
        assertThatThrownBy(() -> object.string("m")).hasMessage("m is missing");
    }
}
