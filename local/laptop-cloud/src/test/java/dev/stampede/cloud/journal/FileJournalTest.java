package dev.stampede.cloud.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.journal.Journal.Hop;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.FullDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    @TempDir
    private Path folder;

    @Test
    void tellsTheHopsOfOneOrderInTheirOrderAndAfterARestart() {
        String order = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        Hop first = hop("SendMessage", order);
        Hop both = hop("TransactWriteItems", order, other);
        try (FileJournal journal = new FileJournal(folder, DiskWatch.none())) {
            journal.note(first);
            journal.note(hop("SendMessage", other));
            journal.note(both);
            assertThat(journal.of(order)).containsExactly(first, both);
        }

        try (FileJournal journal = new FileJournal(folder, DiskWatch.none())) {
            journal.note(hop("order_created", order));
        }
        assertThat(FileJournal.of(folder, order)).extracting(Hop::action)
                .containsExactly("SendMessage", "TransactWriteItems", "order_created");
    }

    @Test
    void keepsNoMoreThanTwoFilesOfItsSize() throws IOException {
        String last = UUID.randomUUID().toString();
        try (FileJournal journal = new FileJournal(folder, 4_000, DiskWatch.none())) {
            IntStream.range(0, 500).forEach(_ -> journal.note(hop("PutItem", UUID.randomUUID().toString())));
            journal.note(hop("PutItem", last));
        }

        try (var files = Files.list(folder)) {
            assertThat(files).hasSizeLessThanOrEqualTo(2).allSatisfy(file -> assertThat(file).satisfies(
                    each -> assertThat(each.toFile()).satisfies(kept -> assertThat(kept.length()).isLessThan(5_000))));
        }
        assertThat(FileJournal.of(folder, last)).hasSize(1);
    }

    @Test
    void passesOverALineThatIsHalfWritten() throws IOException {
        String order = UUID.randomUUID().toString();
        try (FileJournal journal = new FileJournal(folder, DiskWatch.none())) {
            journal.note(hop("SendMessage", order));
        }
        Files.writeString(folder.resolve("journal.jsonl"), "{\"at\":\"2026\",\"orders\":[\"" + order,
                StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);

        assertThat(FileJournal.of(folder, order)).hasSize(1);
    }

    @Test
    @Timeout(30)
    void leavesOutWhatAFullDiskRefusesAndGoesOnWhenThereIsSpace() {
        FullDisk disk = new FullDisk();
        List<String> said = new CopyOnWriteArrayList<>();
        String order = UUID.randomUUID().toString();
        try (FileJournal journal = new FileJournal(folder,
                new DiskWatch(disk, folder, 0, said::add, System::nanoTime))) {
            journal.note(hop("first", order));
            assertThat(journal.of(order)).hasSize(1);

            disk.full = true;
            journal.note(hop("while full", order));
            await().until(() -> said.stream().anyMatch(line -> line.contains("No space left on device")));
            assertThat(journal.of(order)).extracting(Hop::action).containsExactly("first");

            disk.full = false;
            await().until(() -> {
                journal.note(hop("after", order));
                return journal.of(order).stream().anyMatch(hop -> hop.action().equals("after"));
            });
        }
        assertThat(FileJournal.of(folder, order)).extracting(Hop::action).startsWith("first").contains("after")
                .doesNotContain("while full");
    }

    @Test
    void findsTheOrdersInAPayload() {
        String order = UUID.randomUUID().toString();

        assertThat(OrderIds.in("{\"orderId\":\"" + order + "\",\"note\":\"0-1-2-3\"}")).containsExactly(order);
        assertThat(OrderIds.in("Message=%7B%22orderId%22%3A%22" + order + "%22%7D")).containsExactly(order);
        assertThat(OrderIds.in("")).isEmpty();
    }

    private static Hop hop(String action, String... orders) {
        return new Hop(Instant.parse("2026-01-01T00:00:00.123456Z"), "dynamodb", "ProcessOrder", "Orders", action, "ok",
                1234,
                Set.of(orders));
    }
}
