package dev.stampede.email;

import dev.stampede.lambda.Log;
import dev.stampede.model.Customer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Holds back mails beyond one mailbox's daily limit: with valid cards anybody could otherwise have a stranger flooded.
/// Each instance counts only every second mail of a mailbox, together with the one before: most mailboxes get one,
/// which should not cost a call.
public final class BoundedMailer implements Mailer {

    private static final int COUNTED_TOGETHER = 2;
    private static final int REMEMBERED = 10_000;

    private final Mailer mailer;
    private final MailCounts counts;
    private final Map<String, Integer> uncounted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    public BoundedMailer(Mailer mailer, MailCounts counts) {
        this.mailer = mailer;
        this.counts = counts;
    }

    @Override
    public void send(Mail mail) {
        String mailbox = new Customer(Optional.of(mail.to()), Optional.empty()).identity();
        boolean counted = mustBeCounted(mailbox);
        if (counted && !counts.take(mailbox, COUNTED_TOGETHER)) {
            countTheNext(mailbox);
            Log.warn("mail kept back: its mailbox got too many today");
            return;
        }
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            uncount(mailbox, counted, e);
            throw e;
        }
    }

    /// If failed attempts stayed counted, an outage would use up the mailbox's limit, and the mail would be held back
    /// once it could be sent.
    private void uncount(String mailbox, boolean counted, RuntimeException refused) {
        if (!counted) {
            forgetOne(mailbox);
            return;
        }
        countTheNext(mailbox);
        try {
            counts.giveBack(mailbox, COUNTED_TOGETHER);
        } catch (RuntimeException e) {
            refused.addSuppressed(e);
        }
    }

    private synchronized void forgetOne(String mailbox) {
        uncounted.computeIfPresent(mailbox, (_, mails) -> mails > 1 ? mails - 1 : null);
    }

    private synchronized void countTheNext(String mailbox) {
        uncounted.put(mailbox, COUNTED_TOGETHER - 1);
    }

    private synchronized boolean mustBeCounted(String mailbox) {
        if (uncounted.merge(mailbox, 1, Integer::sum) < COUNTED_TOGETHER) {
            return false;
        }
        uncounted.remove(mailbox);
        return true;
    }
}
