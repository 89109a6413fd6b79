package dev.stampede.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080", "http://127.1.2.3", "http://[::1]:8080"})
    void loadsThisMachineUnasked(String url) {
        assertThat(Target.from(new Parameters(Map.of("base-url", url)::get)).isLaptop()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://shop.example", "http://localhost.evil.example", "http://127.0.0.1@shop.example",
        "http://127.0.0.1.nip.io", "http://0.0.0.0:8080", "http://10.0.0.1", "http://169.254.169.254"
    })
    void refusesAHostNobodyAllowed(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.from(new Parameters(Map.of("base-url", url)::get)))
                .withMessageContaining("is not this machine")
                .withMessageContaining("--allow-host");
    }

    @Test
    void loadsAHostThatWasAllowedByName() {
        Map<String, String> given =
                Map.of("base-url", "https://shop.example", "allow-host", "other.example,shop.example");

        assertThat(Target.from(new Parameters(given::get)).isLaptop()).isFalse();
    }

    @Test
    void neverAddsProductsToAnotherShop() {
        Map<String, String> given = Map.of("aws-url", "https://dynamodb.example", "allow-host", "dynamodb.example");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.from(new Parameters(given::get)))
                .withMessageStartingWith("--aws-url is for a laptop cloud");
    }
}
