package dev.stampede.cloud.ses;

import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Form;
import dev.stampede.cloud.gateway.Xml;
import dev.stampede.cloud.iam.Access;
import dev.stampede.cloud.iam.IdentityPolicies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The sending side of SES: mails land in the mailbox and nowhere else.
public final class SesApi implements Api {

    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
    private static final String IDENTITY_ARN = "arn:aws:ses:us-east-1:000000000000:identity/";
    private static final int MAX_RECIPIENTS = 50;

    private final Mailbox mailbox;

    public SesApi(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        String from = address(from(request));
        String domain = from.substring(from.indexOf('@') + 1);
        return List.of(access(request, IDENTITY_ARN + domain, from), access(request, IDENTITY_ARN + from, from));
    }

    private static Access access(AwsRequest request, String identity, String from) {
        return new Access("ses:" + request.operation(), identity)
                .with("ses:FromAddress", List.of(from))
                .with("ses:Recipients", recipients(request));
    }

    /// Who sends; by recipient the meter would grow with every customer, and the journal tell their addresses.
    @Override
    public String resource(AwsRequest request) {
        return address(from(request));
    }

    /// Which identity is verified, the domain or the address, no template says: a grant on either will do.
    @Override
    public Optional<String> refusal(AwsRequest request, IdentityPolicies policies) {
        List<Optional<String>> refusals = accesses(request).stream()
                .map(access -> policies.refusal(request.caller(), access))
                .toList();
        return refusals.stream().allMatch(Optional::isPresent) ? refusals.getFirst() : Optional.empty();
    }

    @Override
    public Answer denied(AwsRequest request, String sentence) {
        return request.refuse(403, "AccessDenied", sentence);
    }

    @Override
    public Answer throttled(AwsRequest request) {
        return request.refuse(400, "Throttling", "Maximum sending rate exceeded.");
    }

    @Override
    public Answer handle(AwsRequest request) {
        Optional<Mail> mail = switch (request.operation()) {
            case "SendEmail" -> Optional.of(simple(request.form()));
            case "SendRawEmail" -> Optional.of(raw(request.form()));
            default -> Optional.empty();
        };
        if (mail.isEmpty()) {
            return request.refuse(400, "InvalidAction", "The laptop cloud does not serve ses:" + request.operation());
        }
        Mail sent = mail.get();
        int recipients = sent.to().size() + sent.cc().size() + sent.bcc().size();
        if (recipients == 0 || recipients > MAX_RECIPIENTS || !address(sent.from()).contains("@")) {
            return request.refuse(400, "InvalidParameterValue", "A mail needs a sender and 1 to 50 recipients.");
        }
        if (!mailbox.add(sent)) {
            return request.refuse(503, "ServiceUnavailable", "The mail could not be kept. Please try again.");
        }
        return Answer.xml(Xml.response(NAMESPACE, request.operation(), Xml.element("MessageId", sent.id())));
    }

    private static Mail simple(Form form) {
        return new Mail(UUID.randomUUID().toString(), Instant.now(), form.text("Source"),
                form.members("Destination.ToAddresses"), form.members("Destination.CcAddresses"),
                form.members("Destination.BccAddresses"), form.members("ReplyToAddresses"),
                form.text("Message.Subject.Data"), form.text("Message.Body.Html.Data"),
                form.text("Message.Body.Text.Data"));
    }

    private static Mail raw(Form form) {
        RawMail mail = raw(form.text("RawMessage.Data"));
        List<String> destinations = form.members("Destinations");
        return new Mail(UUID.randomUUID().toString(), Instant.now(),
                form.find("Source").orElse(mail.header("From")),
                destinations.isEmpty() ? mail.addresses("To") : destinations,
                destinations.isEmpty() ? mail.addresses("Cc") : List.of(),
                destinations.isEmpty() ? mail.addresses("Bcc") : List.of(),
                mail.addresses("Reply-To"), mail.header("Subject"),
                mail.part("text/html").orElse(""), mail.part("text/plain").orElse(""));
    }

    private static RawMail raw(String base64) {
        return RawMail.parse(new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1));
    }

    private static String from(AwsRequest request) {
        return request.form().find("Source")
                .orElseGet(() -> raw(request.form().text("RawMessage.Data")).header("From"));
    }

    private static List<String> recipients(AwsRequest request) {
        Form form = request.form();
        return java.util.stream.Stream.of(
                "Destination.ToAddresses", "Destination.CcAddresses", "Destination.BccAddresses",
                "Destinations")
                .flatMap(name -> form.members(name).stream())
                .map(SesApi::address)
                .toList();
    }

    /// The bare address in `"Name" <address>`.
    private static String address(String mailbox) {
        int open = mailbox.lastIndexOf('<');
        return open < 0 ? mailbox.strip() : mailbox.substring(open + 1).replaceFirst(">.*", "").strip();
    }
}
