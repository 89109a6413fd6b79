package dev.stampede.email;

import dev.stampede.email.MailLedger.Claim.AlreadySent;
import dev.stampede.email.MailLedger.Claim.Busy;
import dev.stampede.email.MailLedger.Claim.Granted;
import dev.stampede.lambda.Log;
import dev.stampede.model.event.OrderEvent;
import java.util.Optional;

/// Sends the mail that an event asks for, once. The event's id is the mail's.
public final class SendOrderMail {

    private final OrderMails mails;
    private final MailLedger ledger;
    private final Mailer mailer;

    public SendOrderMail(OrderMails mails, MailLedger ledger, Mailer mailer) {
        this.mails = mails;
        this.ledger = ledger;
        this.mailer = mailer;
    }

    public void on(OrderEvent event) {
        Optional<Mail> mail = mails.of(event);
        if (mail.isEmpty()) {
            return;
        }
        switch (ledger.claim(event.id())) {
            case Granted(String lease) -> send(event, mail.get(), lease);
            case AlreadySent _ -> {}
            // Dropped here, the mail would be lost if the other one died: it is tried again when the claim has lapsed.
            case Busy _ -> throw new IllegalStateException("mail " + event.id() + " is being sent elsewhere");
        }
    }

    private void send(OrderEvent event, Mail mail, String lease) {
        mailer.send(mail);
        if (!ledger.complete(event.id(), lease)) {
            Log.warn("mail sent after its claim had lapsed", "orderId", event.order().orderId(), "eventId", event.id());
        }
        Log.info("mail sent", "orderId", event.order().orderId(), "traceparent", event.order().placed().traceparent(),
                "eventType", event.type().wireName());
    }
}
