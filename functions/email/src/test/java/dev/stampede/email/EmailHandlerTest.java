package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.model.EventType;
import dev.stampede.model.Reason;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class EmailHandlerTest {

    private final InMemoryMailLedger ledger = new InMemoryMailLedger();
    private final List<Mail> sent = new ArrayList<>();
    private final List<String> putOff = new ArrayList<>();
    private final EmailHandler handler = handler(sent::add);

    /// Requirements 1 and 2.
    @Test
    void sendsAMailOnceHoweverOftenTheEventComes() {
        String event = EventJson.write(Sample.confirmation());

        assertThat(handle(handler, event, event)).isEmpty();
        assertThat(handle(handler, event)).isEmpty();

        assertThat(sent).hasSize(1);
    }

    /// Requirement 3.
    @Test
    void putsARepeatOffWhileTheMailIsBeingSent() {
        String event = EventJson.write(Sample.confirmation());
        List<String> failuresOfTheOther = new ArrayList<>();
        EmailHandler slow = handler(mail -> {
            failuresOfTheOther.addAll(handle(handler, event));
            sent.add(mail);
        });

        assertThat(handle(slow, event)).isEmpty();

        assertThat(failuresOfTheOther).isEmpty();
        assertThat(putOff).containsExactly(event);
        assertThat(handle(handler, putOff.getFirst())).isEmpty();
        assertThat(sent).hasSize(1);
    }

    /// Requirement 3.
    @Test
    void sendsAtTheNextTryWhatSesRefused() {
        String event = EventJson.write(Sample.confirmation());
        EmailHandler failing = handler(_ -> {
            throw new IllegalStateException("SES is down");
        });

        assertThat(handle(failing, event)).containsExactly("m0");
        assertThat(handle(handler, event)).isEmpty();

        assertThat(putOff).isEmpty();
        assertThat(sent).hasSize(1);
    }

    /// Requirement 3.
    @Test
    void sendsWhenTheClaimOfOneThatDiedHasLapsed() {
        String event = EventJson.write(Sample.confirmation());
        ledger.claim(Sample.confirmation().id());

        for (int receive = 1; receive <= 10; receive++) {
            assertThat(handle(handler, event)).isEmpty();
        }
        assertThat(putOff).hasSize(10).containsOnly(event);
        ledger.lapse();
        assertThat(handle(handler, putOff.getLast())).isEmpty();

        assertThat(sent).hasSize(1);
    }

    /// Requirement 3.
    @Test
    void aRefusalGivesNoNewerClaimBack() {
        String event = EventJson.write(Sample.confirmation());
        EmailHandler late = handler(_ -> {
            ledger.lapse();
            ledger.claim(Sample.confirmation().id());
            throw new IllegalStateException("SES is down");
        });

        assertThat(handle(late, event)).containsExactly("m0");
        assertThat(handle(handler, event)).isEmpty();

        assertThat(putOff).containsExactly(event);
        assertThat(sent).isEmpty();
    }

    /// Requirements 3 and 7.
    @Test
    void doesNotLetALateSenderTouchANewerClaim() {
        String event = EventJson.write(Sample.confirmation());
        EmailHandler late = handler(mail -> {
            ledger.lapse();
            handle(handler, event);
            sent.add(mail);
        });

        assertThat(handle(late, event)).isEmpty();
        assertThat(handle(handler, event)).isEmpty();

        assertThat(sent).as("the one case of two mails").hasSize(2);
    }

    @Test
    void returnsOnlyWhatItCannotRead() {
        String declined = EventJson.write(
                Sample.event(EventType.ORDER_CANCELLED, Sample.declined(Reason.PAYMENT_DECLINED)));

        assertThat(handle(handler, "not JSON", declined, "{}")).containsExactly("m0", "m2");
        assertThat(sent).hasSize(1);
    }

    @Test
    void doesNotStartWithoutItsSettings() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailHandler(Map.of("EMAILS_TABLE", "Emails")));
    }

    private EmailHandler handler(Mailer mailer) {
        return new EmailHandler(new SendOrderMail(new OrderMails("https://shop.example"), ledger, mailer),
                (body, _, _) -> putOff.add(body));
    }

    private static List<String> handle(EmailHandler handler, String... bodies) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(Json.object("messageId", "m" + records.size(), "body", body,
                    "attributes", Json.object("ApproximateReceiveCount", "1")));
        }
        byte[] event = Json.write(Json.object("Records", records)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
        JsonObject response = Json.readObject(out.toString(StandardCharsets.UTF_8));
        return response.objects("batchItemFailures").stream()
                .map(item -> item.string("itemIdentifier")).sorted().toList();
    }
}
