package dev.stampede.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void givesTheDefaultForWhatWasNotGiven() {
        Parameters none = new Parameters(name -> null);

        assertThat(none.number("buyers", 200, 1, 1000)).isEqualTo(200);
        assertThat(none.text("product")).isEmpty();
        assertThat(none.url("base-url", "http://127.0.0.1:8080")).hasToString("http://127.0.0.1:8080");
    }

    @Test
    void takesTheBoundsThemselves() {
        assertThat(with("buyers", "1").number("buyers", 200, 1, 1000)).isEqualTo(1);
        assertThat(with("buyers", "1000").number("buyers", 200, 1, 1000)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "1.5", "many", "99999999999"})
    void refusesANumberOutOfBoundsByTheOptionsName(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("buyers", text).number("buyers", 200, 1, 1000))
                .withMessage("--buyers takes a whole number from 1 to 1000, not '%s'", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "ftp://127.0.0.1", "http://", "not a url", "file:///etc/passwd"})
    void refusesWhatIsNoHttpUrl(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("base-url", text).url("base-url", "http://127.0.0.1:8080"))
                .withMessageStartingWith("--base-url takes a URL");
    }

    @Test
    void dropsThePathOfAUrl() {
        assertThat(with("base-url", "http://127.0.0.1:9/shop?x=1").url("base-url", ""))
                .hasToString("http://127.0.0.1:9");
    }

    private static Parameters with(String name, String text) {
        return new Parameters(Map.of(name, text)::get);
    }
}
