package dev.stampede.cloud.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {

    private static final long MARGIN = 50L << 20;

    @TempDir
    private Path folder;

    private final FullDisk disk = new FullDisk();
    private final List<String> said = new ArrayList<>();
    private long now;

    @Test
    void saysWhatIsFreeOnceAMinuteAndThatThereIsSpaceAgain() {
        DiskWatch watch = watch();
        disk.usable = MARGIN - 1;
        for (int second = 0; second < 61; second++) {
            watch.look();
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(watch.trouble()).get().asString().contains("Only 49 MB are free", folder.toString(), "from 55 on");
        assertThat(said).hasSize(2).allSatisfy(line -> assertThat(line).contains("Only 49 MB", "503"));

        disk.usable = 2 * MARGIN;
        watch.look();
        watch.look();
        assertThat(watch.trouble()).isEmpty();
        assertThat(said).hasSize(3).last().asString().contains("space again");
    }

    @Test
    void isNotOutOfTroubleByOneByte() {
        DiskWatch watch = watch();
        disk.usable = MARGIN - 1;
        watch.look();
        disk.usable = MARGIN;
        watch.look();
        assertThat(watch.trouble()).isPresent();
    }

    @Test
    void aDiskThatFailsThoughThereIsSpaceIsTroubleUntilItCanBeWrittenAgain() throws IOException {
        DiskWatch watch = watch();
        disk.full = true;
        watch.failed(folder.resolve("users.json"), failure());
        assertThat(watch.trouble()).get().asString().contains("users.json cannot be written: No space left on device");

        disk.full = false;
        watch.look();
        assertThat(watch.trouble()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneFileThatCannotBeWrittenIsSaidOnceAMinuteAndStopsNothing() {
        DiskWatch watch = watch();
        watch.failed(folder.resolve("journal.jsonl"), failure());
        watch.failed(folder.resolve("journal.jsonl"), failure());
        assertThat(watch.trouble()).isEmpty();
        assertThat(said).singleElement().asString()
                .contains("journal.jsonl cannot be written: No space left on device");
    }

    @Test
    @Timeout(20)
    void whoWaitsForSpaceGoesOnWhenThereIsSome() throws InterruptedException {
        DiskWatch watch = watch();
        disk.usable = 0;
        watch.look();
        CountDownLatch passed = new CountDownLatch(1);
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                watch.awaitSpace();
                passed.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(passed.getCount()).isEqualTo(1);

        disk.usable = 2 * MARGIN;
        watch.look();
        assertThat(passed.await(15, TimeUnit.SECONDS)).isTrue();
    }

    private DiskWatch watch() {
        return new DiskWatch(disk, folder, MARGIN, said::add, () -> now);
    }

    private static IOException failure() {
        return new IOException("No space left on device");
    }
}
