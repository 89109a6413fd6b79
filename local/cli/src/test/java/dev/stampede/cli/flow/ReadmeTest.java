package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The commands in the README work as written; only the port is the test's own.
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

        assertThat(lines).hasSizeGreaterThanOrEqualTo(5);
        for (String line : lines) {
            assertThat(run(line)).as(line).contains("\"success\":true");
        }
    }

    @Test
    void everyTestNamedInTheReadmeExists() throws IOException {
        Matcher named = Pattern.compile("`(\\w+Test)`").matcher(readme());
        while (named.find()) {
            String file = named.group(1) + ".java";
            try (var files = Files.walk(RunningShop.root())) {
                assertThat(files.filter(path -> path.endsWith(file))).as(file).isNotEmpty();
            }
        }
    }

    private static List<String> curlLines() throws IOException {
        Matcher block = CURL_BLOCK.matcher(readme());
        assertThat(block.find()).isTrue();
        return block.group(1).lines().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(RunningShop.root().resolve("README.md"));
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
