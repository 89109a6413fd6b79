package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.ses.Mail;
import dev.stampede.cloud.ses.Mailbox;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.FullDisk;
import dev.stampede.cloud.state.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets, mails and what waits to be invoked, on a disk that is full or gave them back damaged.
class KeptFilesTest {

    @TempDir
    private Path folder;

    private final FullDisk disk = new FullDisk();
    private final List<String> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":", "garbage", "[]"})
    void aDamagedDocumentIsNamedWithWhatToDo(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.json"), content);
        assertThatThrownBy(() -> document().readObject())
                .hasMessage(
                        file + " is damaged. Put a copy of it back, or delete it (receipts are no longer valid then),"
                                + " or forget all state with ./stampede reset.");
    }

    @Test
    void aDocumentThatCannotBeWrittenStaysAsItWas() {
        document().write(Protocol.MAPPER.createObjectNode().put("a", 1));
        disk.full = true;
        assertThat(document().write(Protocol.MAPPER.createObjectNode().put("a", 2))).isFalse();
        assertThat(document().readObject().get("a").asInt()).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("secrets.json cannot be written: No space left on device");
    }

    @Test
    void aMailThatCannotBeKeptIsNotSentAndSpoilsNoOther() {
        Mailbox mailbox = mailbox();
        assertThat(send(mailbox, "first")).isTrue();
        disk.full = true;
        assertThat(send(mailbox, "refused")).isFalse();
        assertThat(subjects(mailbox)).containsExactly("first");

        disk.full = false;
        assertThat(send(mailbox, "second")).isTrue();
        assertThat(mailbox.everyMail()).extracting(Mail::subject).containsExactly("first", "second");
        assertThat(subjects(mailbox())).containsExactly("first", "second");
        assertThat(said).singleElement().asString().contains("mail.jsonl cannot be written");
    }

    @Test
    void linesThatAreNoMailsAreLeftOutAndTold() throws IOException {
        send(mailbox(), "first");
        Path file = folder.resolve("mail.jsonl");
        byte[] mail = Files.readAllBytes(file);
        Files.write(file, new byte[]{(byte) 0xc3, (byte) 0x28, '\n'});
        Files.write(file, mail, java.nio.file.StandardOpenOption.APPEND);
        Files.write(file, "{\"id\":\"cut by a ki".getBytes(StandardCharsets.UTF_8),
                java.nio.file.StandardOpenOption.APPEND);

        Mailbox mailbox = mailbox();
        send(mailbox, "second");
        assertThat(subjects(mailbox)).containsExactly("first", "second");
        assertThat(subjects(mailbox())).containsExactly("first", "second");
        assertThat(said).singleElement().asString().contains("mail.jsonl is damaged: 1 line(s)");
    }

    @Test
    void mailsTakeNoMoreOfTheDiskThanTwoFilesMay() throws IOException {
        Mailbox mailbox = new Mailbox(Optional.of(folder), 2_000, watch());
        for (int i = 0; i < 100; i++) {
            assertThat(send(mailbox, "mail " + i)).isTrue();
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isBetween(2_000L, 4_800L);
        }
        List<String> kept = mailbox.everyMail().stream().map(Mail::subject).toList();
        assertThat(kept).endsWith("mail 99").hasSizeGreaterThan(6).hasSizeLessThan(25).doesNotHaveDuplicates();
        assertThat(subjects(mailbox)).hasSize(100);
        assertThat(subjects(mailbox())).isEqualTo(kept);
        assertThat(folder.resolve("mail.1.jsonl")).doesNotExist();
    }

    private StateFile document() {
        return new StateFile(Optional.of(folder), "secrets.json", "receipts are no longer valid then", watch());
    }

    private Mailbox mailbox() {
        return new Mailbox(Optional.of(folder), watch());
    }

    private DiskWatch watch() {
        return new DiskWatch(disk, folder, 0, said::add, System::nanoTime);
    }

    private static boolean send(Mailbox mailbox, String subject) {
        return mailbox.deliver("shop@example.com", "ann@example.com", subject, "text");
    }

    private static List<String> subjects(Mailbox mailbox) {
        return mailbox.mails().stream().map(Mail::subject).toList();
    }
}
