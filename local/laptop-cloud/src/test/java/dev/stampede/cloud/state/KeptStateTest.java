package dev.stampede.cloud.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stampede.cloud.StateLock;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStateTest {

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void stateInAFilesPlaceIsRefusedInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "");
        for (Path state : List.of(file, file.resolve("deeper"))) {
            assertThatThrownBy(() -> StateLock.take(state))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(file + " is a file, and the shop's state needs a folder there. Move it away, or choose"
                            + " another folder with --state.");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedInASentence() throws IOException {
        // What stands in the place of a folder of ours refuses even root.
        Files.writeString(folder.resolve("data"), "");
        assertThatThrownBy(() -> StateLock.take(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The state folder " + folder + " cannot be written")
                .hasMessageContaining("--state");
    }

    @Test
    void whatIsKeptIsForItsOwnerOnly() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "no POSIX permissions here");
        Path state = folder.resolve("state");
        Files.createDirectories(state.resolve("logs"));
        Files.setPosixFilePermissions(state.resolve("logs"), PosixFilePermissions.fromString("rwxr-xr-x"));
        StateLock.take(state).close();
        Path file = state.resolve("data/secrets.json");
        Disk.LOCAL.replaceForGood(file, new byte[1]);
        Disk.LOCAL.append(state.resolve("data/mail.jsonl")).close();

        assertThat(permissions(state.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(state.resolve("logs"))).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(state.resolve("data/mail.jsonl"))).isEqualTo("rw-------");
    }

    @Test
    void saysNothingAtTheFirstStart() {
        KeptState.sayWhatIsMissing(folder, said::add);
        assertThat(said).isEmpty();
    }

    @Test
    void namesWhatIsMissingBesideOtherState() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("dynamodb")).resolve("pages"), "x");
        Files.createDirectories(folder.resolve("sqs"));
        Files.writeString(folder.resolve("secrets.json"), "{}");
        Files.writeString(Files.createDirectories(folder.resolve("identity")).resolve("signing-key.json"), "{}");

        KeptState.sayWhatIsMissing(folder, said::add);
        assertThat(said).hasSize(2)
                .anySatisfy(line -> assertThat(line).contains(folder + "/sqs is missing", "queues start empty"))
                .anySatisfy(line -> assertThat(line).contains("users.json is missing", "who signed up"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
