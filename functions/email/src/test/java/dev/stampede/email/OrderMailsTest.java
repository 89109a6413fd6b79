package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.model.event.EventType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The numbers are those of the package's requirements.
final class OrderMailsTest {

    private static final Set<EventType> MAILED = EnumSet.of(EventType.ORDER_CONFIRMED, EventType.ORDER_SHIPPED,
            EventType.ORDER_CANCELLED, EventType.ORDER_REFUNDED);

    private final OrderMails mails = new OrderMails("https://shop.example/");

    @Test
    void showsWhatWasBoughtWhatItCostsAndWhereToLook() {
        Mail mail = mails.of(Sample.confirmed()).orElseThrow();

        assertThat(mail.to()).isEqualTo("customer@example.com");
        assertThat(mail.subject()).isEqualTo("Your Stampede order 0B0F3A52 is confirmed");
        assertThat(mail.html()).contains("STAMPEDE", "RTX 4090 GPU", "2 &times; $1,599.99", "$3,199.98", "HDMI cable",
                "$3,209.48", "$256.76", "$3,466.24", "href=\"https://shop.example/orders/" + Sample.ORDER_ID + "\"");
        assertThat(mail.text()).contains("2 x RTX 4090 GPU: $3,199.98", "Total: $3,466.24",
                "View your order: https://shop.example/orders/" + Sample.ORDER_ID);
    }

    @Test
    void explainsADeclinedCard() {
        Mail mail = mails.of(Sample.declined()).orElseThrow();

        assertThat(mail.subject()).isEqualTo("Your Stampede order 0B0F3A52 was cancelled");
        assertThat(mail.html()).contains("Your card was declined", "You were not charged", "Not charged");
        assertThat(mail.text()).contains("Your card was declined", "You were not charged");
    }

    @Test
    void explainsAnOrderThatCouldNotBeVerifiedWithoutNamingTheRules() {
        Mail mail = mails.of(Sample.rejectedAsFraud()).orElseThrow();

        assertThat(mail.text()).contains("could not verify this order").doesNotContain("stolen-card", "fraud");
        assertThat(mail.html()).doesNotContain("stolen-card", "fraud");
    }

    @Test
    void escapesWhatComesFromOutside_5() {
        Customer customer = new Customer(Optional.of("customer@example.com"), Optional.empty());
        String name = "<script>alert(\"GPU & co\")</script>";

        Mail mail = mails.of(Sample.event(EventType.ORDER_SHIPPED, Sample.created(customer, name))).orElseThrow();

        assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(mail.text()).contains(name);
    }

    @Test
    void writesToNobodyWithoutAnAddress_4() {
        Customer anonymous = new Customer(Optional.empty(), Optional.of("customer-123"));

        assertThat(mails.of(Sample.event(EventType.ORDER_CONFIRMED, Sample.created(anonymous, "GPU")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void writesAboutFourEventsOnly(EventType type) {
        assertThat(mails.of(Sample.event(type, Sample.created())).isPresent()).isEqualTo(MAILED.contains(type));
    }
}
