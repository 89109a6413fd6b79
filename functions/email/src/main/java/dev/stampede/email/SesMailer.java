package dev.stampede.email;

import java.util.Objects;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Content;

/// Sends through Amazon SES.
public final class SesMailer implements Mailer {

    private final SesClient ses;
    private final String from;

    /// @param from the sender, an address or a domain that SES has verified
    public SesMailer(SesClient ses, String from) {
        this.ses = ses;
        this.from = Objects.requireNonNull(from, "from");
    }

    @Override
    public void send(Mail mail) {
        ses.sendEmail(send -> send.source(from)
                .destination(to -> to.toAddresses(mail.to()))
                .message(message -> message
                        .subject(utf8(mail.subject()))
                        .body(body -> body.html(utf8(mail.html())).text(utf8(mail.text())))));
    }

    private static Content utf8(String content) {
        return Content.builder().charset("UTF-8").data(content).build();
    }
}
