package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirement 13.
final class BoundedMailerTest {

    private final List<Mail> sent = new ArrayList<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private int calls;
    private int most = 100;
    private final BoundedMailer mailer = new BoundedMailer(this::deliver, new MailCounts() {
        @Override
        public boolean take(String mailbox, int mails) {
            calls++;
            return counted.merge(mailbox, mails, Integer::sum) <= most;
        }

        @Override
        public void giveBack(String mailbox, int mails) {
            calls++;
            counted.merge(mailbox, -mails, Integer::sum);
        }
    });

    /// Requirement 13.
    @Test
    void aMailboxGetsSoManyHoweverItIsWritten() {
        IntStream.range(0, 500).forEach(i -> send(i % 2 == 0 ? "vip@example.com" : "VIP+" + i + "@example.com"));

        assertThat(sent).hasSizeBetween(100, 101);
        int before = sent.size();
        send("another@example.com");
        assertThat(sent).hasSize(before + 1);
    }

    /// Requirement 13.
    @Test
    void theNextDayItGetsMailsAgain() {
        most = 0;
        IntStream.range(0, 5).forEach(_ -> send("vip@example.com"));
        assertThat(sent).hasSize(1);
        most = 100;
        IntStream.range(0, 5).forEach(_ -> send("vip@example.com"));

        assertThat(sent).hasSize(6);
    }

    /// Requirement 13.
    @Test
    void mailsThatCouldNotBeSentAreNotCounted() {
        IntStream.range(0, 200).forEach(_ -> assertThatThrownBy(() -> send("down@example.com")).hasMessage("down"));

        IntStream.range(0, 10).forEach(_ -> send("vip@example.com"));
        assertThat(counted.getOrDefault("email:down@example.com", 0)).isZero();
        assertThat(counted).containsEntry("email:vip@example.com", 10);
    }

    /// Requirement 13.
    @Test
    void whoGetsOneMailCostsNoCall() {
        IntStream.range(0, 50).forEach(i -> send("buyer-" + i + "@example.com"));

        assertThat(sent).hasSize(50);
        assertThat(calls).isZero();
    }

    private void deliver(Mail mail) {
        if (mail.to().startsWith("down")) {
            throw new IllegalStateException("down");
        }
        sent.add(mail);
    }

    private void send(String to) {
        mailer.send(new Mail(to, "subject", "<p>html</p>", "text"));
    }
}
