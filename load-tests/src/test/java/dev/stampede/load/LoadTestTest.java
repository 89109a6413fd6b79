package dev.stampede.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.load.StubShop.Defect;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command as it is typed, against a shop that keeps its promises and against some that do not.
class LoadTestTest {

    @TempDir
    private Path results;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheTestsAndTheExitStatus() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("smoke", "spike", "Exit status");
        assertThat(execute("spike", "--help")).isZero();
        assertThat(out.toString()).contains("--buyers", "--units", "--p95", "--base-url", "--allow-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "soak", "spike --buyers 0", "spike --units many", "spike --p95 -1", "smoke --base-url https://shop.example",
        "spike --base-url http://127.0.0.1@shop.example", "spike --product ../x", "smoke --buyers 2"
    })
    void wrongUsageIsStatusTwo(String typed) {
        assertThat(execute(typed.isEmpty() ? new String[0] : typed.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void saysWhereNoShopAnswers() {
        assertThat(execute("smoke", "--base-url", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(out.toString()).contains("No shop answers at http://127.0.0.1:1", "./stampede up");
    }

    @Test
    void aSmokePassesWhereTheShopIsWhole() throws IOException {
        try (StubShop shop = new StubShop(Defect.NONE)) {
            assertThat(against(shop, "smoke")).as(out.toString()).isZero();
            assertThat(out.toString())
                    .contains("same key, other body", "422", "CONFIRMED", "PASS", "report: ", "not AWS numbers");
            assertThat(report()).contains("<polyline", "Answers a second").doesNotContainIgnoringCase("highcharts");
        }
    }

    @Test
    void aSpikePassesWhereAllUnitsAreSoldOnceAndLeavesTheCatalogueAsItWas() throws IOException {
        try (StubShop shop = new StubShop(Defect.THROTTLES_ONCE)) {
            assertThat(against(shop, "spike", "--buyers", "30", "--units", "7")).as(out.toString()).isZero();
            assertThat(out.toString())
                    .containsPattern("orders confirmed +7 +7 +pass")
                    .containsPattern("buyers refused: sold out +23 +23 +pass")
                    .containsPattern("told to come back \\(429, 503\\), and did +- +1 +note");
            assertThat(shop.skusOnSale()).containsExactly("rtx-4090");
        }
    }

    @Test
    void aSpikeFailsWhereOneUnitTooManyIsSold() throws IOException {
        try (StubShop shop = new StubShop(Defect.OVERSELLS)) {
            assertThat(against(shop, "spike", "--buyers", "10", "--units", "3")).as(out.toString()).isEqualTo(1);
            assertThat(out.toString())
                    .containsPattern("orders confirmed +3 +4 +fail")
                    .containsPattern("stock available +0 +-1 +fail")
                    .contains("FAIL");
        }
    }

    @Test
    void aSpikeFailsWithOneServerErrorThoughAllUnitsAreSold() throws IOException {
        try (StubShop shop = new StubShop(Defect.FAILS_ONCE)) {
            assertThat(against(shop, "spike", "--buyers", "10", "--units", "3")).as(out.toString()).isEqualTo(1);
            assertThat(out.toString())
                    .containsPattern("requests that failed +0 +1 \\(PLACE 500 x1\\) +fail")
                    .containsPattern("orders confirmed +3 +3 +pass")
                    .containsPattern("Gatling's own assertions +hold +status 2 +fail")
                    .contains("> status.find.in(202,409,429,503), found 500 1 (100%)");
        }
    }

    @Test
    void aSpikeCanBuyWhatThereIsOfAProduct() throws IOException {
        try (StubShop shop = new StubShop(Defect.NONE)) {
            assertThat(against(shop, "spike", "--buyers", "8", "--product", "rtx-4090")).as(out.toString()).isZero();
            assertThat(out.toString()).containsPattern("orders confirmed +5 +5 +pass");
        }
    }

    private int against(StubShop shop, String test, String... options) {
        List<String> typed = new ArrayList<>(List.of(
                test, "--base-url", shop.url(), "--aws-url", shop.url(), "--results", results.toString()));
        if (test.equals("spike")) {
            typed.addAll(List.of("--warm-up", "1"));
        }
        typed.addAll(List.of(options));
        return execute(typed.toArray(String[]::new));
    }

    private int execute(String... typed) {
        return LoadTest.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(typed);
    }

    private String report() throws IOException {
        Path page = Path.of(out.toString().lines()
                .filter(line -> line.contains("report: "))
                .map(line -> line.substring(line.indexOf("report: ") + "report: ".length()).strip())
                .findFirst().orElseThrow());
        return Files.readString(page);
    }
}
