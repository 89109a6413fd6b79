package dev.stampede.load;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs one simulation in this JVM, with all that Gatling prints in the run's own log.
final class GatlingRun {

    private final Path folder;

    GatlingRun(Path folder) {
        this.folder = folder;
    }

    /// @return 0, or Gatling's status where an assertion failed (2) or the run broke
    int of(Class<? extends Simulation> simulation, Map<String, String> parameters) throws IOException {
        Files.createDirectories(folder);
        QuietPreferences.use();
        PrintStream console = System.out;
        parameters.forEach((name, text) -> System.setProperty(Parameters.property(name), text));
        try (PrintStream log = new PrintStream(Files.newOutputStream(log()), true, StandardCharsets.UTF_8)) {
            System.setOut(log);
            // Gatling's main method ends the JVM; this is what it calls.
            return Gatling$.MODULE$.fromArgs(new String[]{
                "--simulation", simulation.getName(), "--results-folder", folder.toAbsolutePath().toString()
            });
        } finally {
            System.setOut(console);
            parameters.keySet().forEach(name -> System.clearProperty(Parameters.property(name)));
        }
    }

    Path log() {
        return folder.resolve("gatling.log");
    }

    /// What went wrong in Gatling's words: the last list of errors it printed.
    List<String> errors() throws IOException {
        List<String> lines = Files.readAllLines(log());
        int title = IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).startsWith("---- Errors"))
                .reduce(-1, (first, second) -> second);
        return title < 0
                ? List.of()
                : lines.subList(title + 1, lines.size()).stream().takeWhile(line -> line.startsWith("> ")).toList();
    }

    Optional<Path> report() throws IOException {
        try (var files = Files.find(folder, 2, (file, attributes) -> file.endsWith("index.html"))) {
            return files.findFirst();
        }
    }
}
