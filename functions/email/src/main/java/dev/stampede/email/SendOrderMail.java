package dev.stampede.email;

import dev.stampede.email.MailLedger.Claim.AlreadySent;
import dev.stampede.email.MailLedger.Claim.Busy;
import dev.stampede.email.MailLedger.Claim.Granted;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.NotYet;
import dev.stampede.model.event.OrderEvent;
import java.time.Duration;
import java.util.Optional;

/// Sends the mail that an event asks for, once. The event's id is the mail's.
public final class SendOrderMail {

    /// Whoever sends is done long before, most often; a claim lapses after a minute.
    static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);

    private final OrderMails mails;
    private final MailLedger ledger;
    private final Mailer mailer;

    public SendOrderMail(OrderMails mails, MailLedger ledger, Mailer mailer) {
        this.mails = mails;
        this.ledger = ledger;
        this.mailer = mailer;
    }

    /// @throws NotYet where another one is at it, or died while at it
    public void on(OrderEvent event) {
        Optional<Mail> mail = mails.of(event);
        if (mail.isEmpty()) {
            return;
        }
        switch (ledger.claim(event.id())) {
            case Granted(String lease) -> send(event, mail.get(), lease);
            case AlreadySent _ -> {}
            // Dropped here, the mail would be lost if the other one died. It is no failure either: the few receives of
            // a message may be over before the other one's claim has lapsed.
            case Busy _ -> throw new NotYet("mail is being sent elsewhere", LOOKS_AGAIN);
        }
    }

    /// Kept, the claim would outlive the failure and stand in the way of the next try.
    private void release(OrderEvent event, String lease, RuntimeException refused) {
        try {
            ledger.release(event.id(), lease);
        } catch (RuntimeException e) {
            // Then it has to lapse.
            refused.addSuppressed(e);
        }
    }

    private void send(OrderEvent event, Mail mail, String lease) {
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            release(event, lease, e);
            throw e;
        }
        if (!ledger.complete(event.id(), lease)) {
            Log.warn("mail sent after its claim had lapsed", "orderId", event.order().orderId(), "eventId", event.id());
        }
        Log.info("mail sent", "orderId", event.order().orderId(), "traceparent", event.order().placed().traceparent(),
                "eventType", event.type().wireName());
    }
}
