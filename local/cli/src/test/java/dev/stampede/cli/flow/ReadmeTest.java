package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The requests in the README and beside the contract work as written; only the port is the test's own.
@WholeFlow
class ReadmeTest {

    private static final Pattern CURL_BLOCK = Pattern.compile("```sh curl\\n(.*?)```", Pattern.DOTALL);

    private final Shop shop;

    ReadmeTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void everyCurlLineIsAnsweredWithSuccess() throws Exception {
        List<String> lines = curlLines();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(10);
        for (String line : lines) {
            assertThat(run(line)).as(line).contains("\"success\":true");
        }
    }

    private static List<String> curlLines() {
        return Stream.of("README.md", "docs/api/README.md").flatMap(ReadmeTest::curlLines).toList();
    }

    private static Stream<String> curlLines(String document) {
        try {
            Matcher block = CURL_BLOCK.matcher(Files.readString(RunningShop.root().resolve(document)));
            assertThat(block.find()).as(document).isTrue();
            return block.group(1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String line) throws Exception {
        Process process =
                new ProcessBuilder("sh", "-c", line.replace("127.0.0.1:8080", shop.cloud().site().getAuthority()))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
