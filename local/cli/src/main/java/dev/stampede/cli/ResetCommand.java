package dev.stampede.cli;

import dev.stampede.cloud.StateLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "reset", description = "Forgets all local state: tables, queues, mail, logs. The next 'up' starts from the seed.", mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path data = Stampede.state().resolve("data");
        Path logs = Stampede.state().resolve("logs");
        try (StateLock _ = StateLock.take(Stampede.state())) {
            StateFolder.delete(data);
            StateFolder.delete(logs);
        }
        System.out.println("Local state is gone; './stampede up' starts from the seed.");
        return 0;
    }
}
