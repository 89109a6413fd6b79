package dev.stampede.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFilesTest {

    @TempDir
    private Path temporary;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void whatWasWrittenIsThereAfterTheFilesWereLeftAsAKillLeavesThem() throws IOException {
        try (Store store = open("a")) {
            put(store, 0, 100);
            copy("a", "killed");
        }
        try (Store killed = open("killed")) {
            assertThat(killed.space("s").size()).isEqualTo(100);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatWasClosedIsThereAgainAndItsLogIsEmpty() throws IOException {
        try (Store store = open("a")) {
            put(store, 0, 10);
            store.write(new Batch().put(store.space("other"), key(1), key(1)).drop(store.space("s")));
        }
        assertThat(Files.size(logs("a").getLast())).isZero();
        try (Store store = open("a")) {
            assertThat(store.space("s").size()).isZero();
            assertThat(store.space("other").size()).isEqualTo(1);
        }
    }

    @Test
    void aCheckpointShortensTheLogAndLosesNothing() throws IOException {
        try (Store store = Store.open(temporary.resolve("a"), complaints::add, 10_000)) {
            for (int round = 0; round < 3; round++) {
                Path before = logs("a").getLast();
                put(store, round * 500, 500);
                Awaitility.await().until(() -> !logs("a").getLast().equals(before));
            }
            assertThat(logs("a")).hasSize(2);
            copy("a", "killed");
        }
        try (Store killed = open("killed")) {
            assertThat(killed.space("s").size()).isEqualTo(1500);
        }
    }

    @Test
    void aLogCutInItsLastWriteIsOpenedWithoutThatWriteAndSaysSo() throws IOException {
        killedWith(10);
        Path log = logs("killed").getLast();
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 3);
        }
        try (Store store = open("killed")) {
            assertThat(store.space("s").size()).isEqualTo(9);
            put(store, 20, 1);
        }
        assertThat(complaints).singleElement().asString()
                .contains(log.toString(), "is cut off or damaged", ".damaged");
        try (Store store = open("killed")) {
            assertThat(store.space("s").size()).isEqualTo(10);
        }
    }

    @Test
    void aDamagedLogIsOpenedAsOfTheLastWholeWriteAndKept() throws IOException {
        killedWith(10);
        Path log = logs("killed").getLast();
        long middle = Files.size(log) / 2;
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[]{1, 2, 3}), middle);
        }
        byte[] damaged = Files.readAllBytes(log);
        try (Store store = open("killed")) {
            assertThat(store.space("s").size()).isBetween(4L, 5L);
        }
        assertThat(complaints).singleElement().asString().contains("is cut off or damaged at byte");
        assertThat(log.resolveSibling(log.getFileName() + ".damaged")).hasBinaryContent(damaged);
    }

    @Test
    void missingPagesAreSaidInsteadOfOpeningEmpty() throws IOException {
        try (Store store = Store.open(temporary.resolve("a"), complaints::add, 1000)) {
            Path first = logs("a").getLast();
            put(store, 0, 100);
            Awaitility.await().until(() -> !logs("a").getLast().equals(first));
            put(store, 100, 100);
            Awaitility.await().until(() -> !logs("a").contains(first));
            copy("a", "killed");
        }
        Files.delete(temporary.resolve("killed/pages"));

        assertThatThrownBy(() -> open("killed"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("pages is missing or older than the log beside it");
    }

    @Test
    void garbageInPlaceOfThePagesIsNamed() throws IOException {
        killedWith(1);
        Files.writeString(temporary.resolve("killed/pages"), "not pages at all ".repeat(1000));

        assertThatThrownBy(() -> open("killed"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(temporary.resolve("killed/pages") + " cannot be read");
    }

    @Test
    void aStoreInUseIsSaid() {
        try (Store _ = open("a")) {
            assertThatThrownBy(() -> open("a")).hasMessageContaining("is in use by another process");
        }
    }

    private void killedWith(int entries) throws IOException {
        try (Store store = open("a")) {
            put(store, 0, entries);
            copy("a", "killed");
        }
    }

    private Store open(String folder) {
        return Store.open(temporary.resolve(folder), complaints::add);
    }

    private static void put(Store store, int from, int count) {
        for (int i = from; i < from + count; i++) {
            store.write(new Batch().put(store.space("s"), key(i), ("value " + i).getBytes(UTF_8)));
        }
    }

    private static byte[] key(int i) {
        return ByteBuffer.allocate(4).putInt(i).array();
    }

    private List<Path> logs(String folder) throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().matches("log-[0-9a-f]+")).sorted().toList();
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.createDirectories(temporary.resolve(to));
        try (Stream<Path> files = Files.list(temporary.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, temporary.resolve(to).resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
