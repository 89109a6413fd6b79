package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.Order;
import dev.stampede.model.wire.AccessRequestJson;
import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// Requirements 11 and 12.
class SendAccessCodeTest {

    private final List<Mail> sent = new ArrayList<>();
    private final List<String> putOff = new ArrayList<>();
    private final List<AccessRequest> kept = new ArrayList<>();
    private final Map<String, Order> orders = Map.of(Sample.ORDER_ID, Sample.paid());
    private final List<Duration> delays = new ArrayList<>();
    private Mailer mailer = sent::add;
    private boolean opens = true;
    private Instant now = Sample.NOW;

    /// Requirement 11.
    @Test
    void theAddressOfTheOrderGetsTheCode() {
        AccessRequest request = request(Sample.ORDER_ID, "Customer@Example.com");

        assertThat(handle(request)).isEmpty();

        assertThat(kept).containsExactly(request);
        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("customer@example.com");
            assertThat(mail.text()).contains("4071 8356").contains("0B0F3A52");
            assertThat(mail.html()).contains("4071 8356").doesNotContain("href");
        });
    }

    /// Requirement 11.
    @Test
    void anotherAddressOrAnotherOrderGetsNothing() {
        handle(request(Sample.ORDER_ID, "other@example.com"));
        handle(request("00000000-0000-0000-0000-000000000000", "customer@example.com"));

        assertThat(sent).isEmpty();
        assertThat(kept).isEmpty();
    }

    /// Requirement 12.
    @Test
    void aCodeThatOpensNothingAnyMoreIsNotMailed() {
        opens = false;
        handle(request(Sample.ORDER_ID, "customer@example.com"));
        opens = true;
        now = Sample.NOW.plus(AccessRequest.LIFETIME);
        handle(request(Sample.ORDER_ID, "customer@example.com"));

        assertThat(sent).isEmpty();
    }

    /// Requirement 12.
    @Test
    void aRepeatMailsTheSameCode() {
        AccessRequest request = request(Sample.ORDER_ID, "customer@example.com");
        handle(request);
        handle(request);

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isEqualTo(sent.getLast());
    }

    /// Handed back, it would come after the queue's visibility timeout, and use up its receives.
    ///
    /// Requirement 12.
    @Test
    void aCodeThatCouldNotBeMailedForNowIsPutOffForSeconds() {
        mailer = _ -> {
            throw ApiCallTimeoutException.create(5_000);
        };

        assertThat(handle(request(Sample.ORDER_ID, "customer@example.com"))).isEmpty();

        assertThat(putOff).hasSize(1);
        assertThat(delays).allMatch(delay -> delay.compareTo(Duration.ofSeconds(2)) <= 0);
    }

    private List<String> handle(AccessRequest request) {
        var handler = new SendAccessCodeHandler(new SendAccessCode(
                id -> Optional.ofNullable(orders.get(id)),
                each -> {
                    kept.add(each);
                    return opens;
                },
                mail -> mailer.send(mail),
                () -> now), (body, delay, _) -> {
                    putOff.add(body);
                    delays.add(delay);
                });
        var out = new ByteArrayOutputStream();
        String event = Json.write(Json.object("Records", List.of(Json.object("messageId", "m-1",
                "body", AccessRequestJson.write(request), "attributes", Json.object("ApproximateReceiveCount", "1")))));
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.readObject(out.toString(StandardCharsets.UTF_8)).objects("batchItemFailures").stream()
                .map(failure -> failure.string("itemIdentifier")).toList();
    }

    private static AccessRequest request(String orderId, String email) {
        return new AccessRequest("r-1", orderId, email, "40718356", "hash", Sample.NOW);
    }
}
