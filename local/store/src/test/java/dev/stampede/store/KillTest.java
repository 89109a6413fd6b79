package dev.stampede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    private static final String CHECKPOINT_NOW_AND_THEN = "200000";
    private static final String NO_CHECKPOINT = Long.toString(Long.MAX_VALUE);
    private static final int WRITES = 10_000;
    /// By hand more of them: `-Dkill.rounds=20`.
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);

    @Test
    void killingTheProcessLosesNoAnsweredWriteAndTearsNone(@TempDir Path temporary) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = temporary.resolve("store-" + round);
            int answered = killedAfter(ThreadLocalRandom.current().nextInt(1, WRITES), folder);
            try (Store store = Store.open(folder, _ -> {})) {
                long left = store.space("left").size();
                assertThat(left).isGreaterThanOrEqualTo(answered);
                assertThat(store.space("right").size()).as("writes of two keys are whole").isEqualTo(left);
                assertThat(store.space("left").get(Writer.key(answered - 1))).isNotNull();
            }
        }
    }

    /// A limit on the size of files is what a process can be given of a full disk without being root.
    @Test
    void aWriteThatDoesNotFitIsAnErrorAndTakesNothingWithIt(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")) || "true".equals(System.getenv("CI")),
                "there is no bash to set a limit with");
        Process process = new ProcessBuilder("/bin/bash", "-c", "ulimit -f 1024; exec \"$@\"", "bash",
                java(), "-cp", System.getProperty("java.class.path"), Writer.class.getName(), folder.toString(),
                NO_CHECKPOINT)
                .redirectErrorStream(true)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as("the exit status of a writer that was refused").isEqualTo(Writer.REFUSED);
        int answered = ByteBuffer.wrap(output).getInt(output.length - Integer.BYTES);

        assertThat(answered).isBetween(100, WRITES - 1);
        try (Store store = Store.open(folder, _ -> {})) {
            assertThat(store.space("left").size()).isEqualTo(answered);
            assertThat(store.space("right").size()).isEqualTo(answered);
        }
    }

    /// @return how many writes the process had answered when it was killed
    private static int killedAfter(int writes, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                java(), "-cp", System.getProperty("java.class.path"), Writer.class.getName(), folder.toString(),
                CHECKPOINT_NOW_AND_THEN)
                .redirectErrorStream(true)
                .start();
        int answered = 0;
        for (byte[] line = process.getInputStream().readNBytes(Integer.BYTES); line.length == Integer.BYTES; line =
                process.getInputStream().readNBytes(Integer.BYTES)) {
            answered = ByteBuffer.wrap(line).getInt();
            if (answered == writes) {
                // Of the handle: of the process itself it would close the stream, too.
                process.toHandle().destroyForcibly();
            }
        }
        process.waitFor();
        assertThat(answered).isGreaterThanOrEqualTo(writes);
        return answered;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Writes two keys at a time and says after each how many it has written.
    static final class Writer {

        static final int REFUSED = 3;

        public static void main(String[] args) {
            Store store = Store.open(Path.of(args[0]), _ -> {}, Long.parseLong(args[1]));
            for (int i = 0; i < WRITES; i++) {
                try {
                    store.write(new Batch()
                            .put(store.space("left"), key(i), new byte[200])
                            .put(store.space("right"), key(i), new byte[200]));
                } catch (StoreException e) {
                    Runtime.getRuntime().halt(REFUSED);
                }
                System.out.writeBytes(ByteBuffer.allocate(4).putInt(i + 1).array());
                System.out.flush();
            }
            // Its end is the other's to choose.
            while (true) {
                Thread.onSpinWait();
            }
        }

        static byte[] key(int i) {
            return ByteBuffer.allocate(4).putInt(i).array();
        }
    }
}
