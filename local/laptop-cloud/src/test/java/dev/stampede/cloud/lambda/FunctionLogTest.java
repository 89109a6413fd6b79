package dev.stampede.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLogTest {

    @TempDir
    Path logs;

    @Test
    void goesOnWhenItsFolderWasAwayForAWhile(@TempDir Path state) throws IOException {
        Path folder = state.resolve("logs");
        Files.writeString(folder, "in the way");
        try (FunctionLog log = new FunctionLog(folder, "Echo")) {
            log.append("lost");
            Files.delete(folder);
            log.append("kept");
        }
        assertThat(folder.resolve("Echo.log")).content().endsWith("kept\n").doesNotContain("lost");
    }

    @Test
    void putsTheTimeBeforeEachLineOfAProcess() throws IOException {
        String output = "Starting 16 concurrent function handler threads.first \u20ac\n\nlast without an end";
        try (FunctionLog log = new FunctionLog(logs, "Echo")) {
            log.pump(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(Files.readAllLines(logs.resolve("Echo.log")))
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*"))
                .extracting(line -> line.substring(25))
                .containsExactly("first \u20ac", "", "last without an end");
    }

    @Test
    void keepsTwoFilesOfTwentyMegabytesAtMost() throws IOException {
        String line = "x".repeat(1024 * 1024);
        try (FunctionLog log = new FunctionLog(logs, "Echo")) {
            for (int i = 0; i < 45; i++) {
                log.append(line);
            }
        }

        assertThat(Files.size(logs.resolve("Echo.log"))).isLessThanOrEqualTo(20 * 1024 * 1024);
        assertThat(Files.size(logs.resolve("Echo.log.1"))).isBetween(18L * 1024 * 1024, 20L * 1024 * 1024);
        try (var files = Files.list(logs)) {
            assertThat(files).hasSize(2);
        }
    }
}
