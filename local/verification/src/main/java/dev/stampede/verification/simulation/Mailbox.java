package dev.stampede.verification.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

/// The mail provider: it remembers what it was given, and whether a fault had hit who gave it.
final class Mailbox implements SesClient {

    /// @param mailId the ledger's name of it
    record Sent(String mailId, Invocation by) {}

    private final Calls calls;
    private final Scheduler scheduler;
    private final Map<Invocation, String> claims = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    public Mailbox(Calls calls, Scheduler scheduler) {
        this.calls = calls;
        this.scheduler = scheduler;
    }

    /// The ledger's last claim of an invocation names the mail that it sends next.
    void claimed(String mailId) {
        claims.put(scheduler.current(), mailId);
    }

    List<Sent> sent() {
        return sent;
    }

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
        String mailId = Objects.requireNonNull(claims.get(scheduler.current()));
        return calls.write("SendEmail " + mailId, Mailbox::throttled, () -> {
            sent.add(new Sent(mailId, scheduler.current()));
            return SendEmailResponse.builder().messageId(Integer.toString(sent.size())).build();
        });
    }

    private static RuntimeException throttled() {
        return SesException.builder().message("Maximum sending rate exceeded").statusCode(454).writableStackTrace(false)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
