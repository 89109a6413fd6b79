package dev.stampede.local.cli;

import dev.stampede.local.StateLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "reset",
        description = "Forgets all local state: tables, queues, mail, logs. The next 'up' starts from the seed.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path data = Stampede.state().resolve("data");
        Path logs = Stampede.state().resolve("logs");
        try (StateLock _ = StateLock.take(Stampede.state())) {
            delete(data);
            delete(logs);
        }
        System.out.println("Local state is gone; './stampede up' starts from the seed.");
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ResetCommand::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
