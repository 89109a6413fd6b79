package dev.stampede.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        if (isRunning()) {
            System.err.println("The shop is running. Stop it first (Ctrl-C in its terminal), then reset.");
            return 1;
        }
        delete(data);
        delete(logs);
        System.out.println("Local state is gone; './stampede up' starts from the seed.");
        return 0;
    }

    private static boolean isRunning() throws IOException {
        Path lock = Stampede.state().resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); var taken = channel.tryLock()) {
            return taken == null;
        }
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
