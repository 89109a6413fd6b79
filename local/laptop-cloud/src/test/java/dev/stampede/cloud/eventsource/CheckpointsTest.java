package dev.stampede.cloud.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {

    @TempDir
    private Path folder;

    private final FullDisk disk = new FullDisk();

    @Test
    void goesOnWhileTheDiskIsFullAndIsWrittenWhenThereIsSpace() {
        Checkpoints checkpoints = open();
        checkpoints.passed("shard-1", "100");
        disk.full = true;
        checkpoints.passed("shard-1", "200");
        assertThat(checkpoints.last("shard-1")).contains("200");
        assertThat(open().last("shard-1")).as("delivered again after a restart").contains("100");

        disk.full = false;
        checkpoints.catchUp();
        assertThat(open().last("shard-1")).contains("200");
    }

    @Test
    void remembersWhichShardsAreThrough() {
        open().finished("shard-1");
        assertThat(open().isFinished("shard-1")).isTrue();
        assertThat(open().last("shard-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"shard-1\":\"1", "\\u12", "[]"})
    void aDamagedFileIsNamedWithWhatToDo(String content) throws IOException {
        Files.writeString(folder.resolve("a.checkpoints"), content);
        assertThatThrownBy(this::open)
                .hasMessageContaining(folder.resolve("a.checkpoints") + " is damaged")
                .hasMessageContaining("./stampede reset");
    }

    private Checkpoints open() {
        return new Checkpoints(folder.resolve("a.checkpoints"),
                new DiskWatch(disk, folder, 0, _ -> {}, System::nanoTime));
    }
}
