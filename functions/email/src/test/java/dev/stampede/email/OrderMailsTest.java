package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The numbers are those of the package's requirements.
final class OrderMailsTest {

    private final OrderMails mails = new OrderMails("https://shop.example/");

    @Test
    void showsWhatWasBoughtWhatItCostsAndWhereToLook() {
        Mail mail = mails.of(Sample.confirmation()).orElseThrow();

        assertThat(mail.to()).isEqualTo("customer@example.com");
        assertThat(mail.subject()).isEqualTo("Your Stampede order 0B0F3A52 is confirmed");
        assertThat(mail.html()).contains("STAMPEDE", "RTX 4090 GPU", "2 &times; $1,599.99", "$3,199.98", "HDMI cable",
                "$3,209.48", "$256.76", "$3,466.24", "href=\"https://shop.example/orders/" + Sample.ORDER_ID + "\"");
        assertThat(mail.text()).contains("2 x RTX 4090 GPU: $3,199.98", "Total: $3,466.24",
                "View your order: https://shop.example/orders/" + Sample.ORDER_ID);
    }

    /// Requirement 6.
    @Test
    void explainsADeclinedCard() {
        Mail mail = mail(EventType.ORDER_CANCELLED, Sample.declined(Reason.PAYMENT_DECLINED));

        assertThat(mail.subject()).isEqualTo("Your Stampede order 0B0F3A52 was cancelled");
        assertThat(mail.html()).contains("Your card was declined", "You were not charged.", "Not charged");
        assertThat(mail.text()).contains("Your card was declined", "You were not charged.", "Not charged: $3,466.24")
                .doesNotContain("If your bank", "Refunded");
    }

    /// Requirement 6.
    @Test
    void saysThatAReservedAmountLapses() {
        List<Order> held = List.of(
                Sample.declined(Reason.PAYMENT_UNAVAILABLE),
                Sample.rejectedAsFraud(),
                Sample.cancelled(Sample.created()),
                Sample.cancelled(Sample.created().paymentAuthorized(Sample.NOW).orElseThrow()),
                Sample.cancelled(Sample.created()).paymentVoided().orElseThrow());

        assertThat(held).allSatisfy(order -> assertThat(mail(EventType.ORDER_CANCELLED, order).text())
                .contains("You were not charged. If your bank shows a reserved amount, it lapses",
                        "Not charged: $3,466.24"));
    }

    /// Requirement 6.
    @Test
    void promisesNothingAboutMoneyThatIsBeingTakenRightNow() {
        Mail mail = mail(EventType.ORDER_CANCELLED, Sample.cancelled(Sample.confirmed(Sample.created())));

        assertThat(mail.text()).contains("You will not be charged", "reserved or taken, it comes back by itself");
    }

    /// Requirement 6.
    @Test
    void saysHowMuchOfACancelledOrderComesBack() {
        Mail whole = mail(EventType.ORDER_CANCELLED, Sample.cancelledByStaff(Sample.paid()));
        Mail rest = mail(EventType.ORDER_CANCELLED, Sample.cancelled(Sample.refunded(Sample.paid(), 66_24)));
        Mail again = mail(EventType.ORDER_CANCELLED, Sample.cancelled(Sample.paid()).paymentRefunded().orElseThrow());

        assertThat(whole.text())
                .contains("We had to cancel it ourselves", "We are returning $3,466.24", "Refunded: $3,466.24")
                .doesNotContain("told us on the phone", "harged");
        assertThat(rest.text()).contains("We are returning $3,400.00", "Total: $3,466.24", "Refunded: $3,400.00");
        assertThat(rest.html()).contains("We are returning $3,400.00", "Refunded", "$3,400.00");
        assertThat(again.text()).contains("We are returning $3,466.24");
    }

    /// Requirement 6.
    @Test
    void explainsAnOrderThatExpired() {
        Mail unpaid = mail(EventType.ORDER_EXPIRED, Sample.expired(Sample.created()));
        Mail unchecked = mail(EventType.ORDER_EXPIRED,
                Sample.expired(Sample.created().paymentAuthorized(Sample.NOW).orElseThrow()));

        assertThat(unpaid.subject()).isEqualTo("Your Stampede order 0B0F3A52 has expired");
        assertThat(unpaid.text()).contains("before the payment came through", "You were not charged");
        assertThat(unchecked.text()).contains("look at this order ourselves", "You were not charged");
    }

    /// Requirement 6.
    @Test
    void tellsEachRefundFromTheOthers() {
        Order refunded = Sample.refunded(Sample.refunded(Sample.paid(), 66_24), 3400_00);
        List<OrderEvent> refunds = OrderEvent.since(0, refunded).stream()
                .filter(event -> event.type() == EventType.ORDER_REFUNDED).toList();

        assertThat(mails.of(refunds.getFirst()).orElseThrow().text())
                .contains("We are returning $66.24, a part of what you paid,", "Refunded: $66.24")
                .doesNotContain("3,400");
        assertThat(mails.of(refunds.getLast()).orElseThrow().text())
                .contains("We are returning $3,400.00 to the card", "Refunded: $3,400.00");
    }

    /// Requirement 6.
    @Test
    void explainsAnOrderThatCouldNotBeVerifiedWithoutNamingTheRules() {
        Mail mail = mail(EventType.ORDER_CANCELLED, Sample.rejectedAsFraud());

        assertThat(mail.text()).contains("could not verify this order").doesNotContain("stolen-card", "fraud");
        assertThat(mail.html()).doesNotContain("stolen-card", "fraud");
    }

    /// Requirement 6.
    @ParameterizedTest
    @EnumSource
    void everyReasonSaysWhatItsReaderCanDo(Reason reason) {
        assertThat(Why.of(reason)).containsAnyOf("order again", "answer this mail", "have a look", "Have a look");
    }

    /// Requirement 5.
    @Test
    void escapesWhatComesFromOutside() {
        Customer customer = new Customer(Optional.of("customer@example.com"), Optional.empty());
        String name = "<script>alert(\"GPU & co\")</script>";

        Mail mail = mail(EventType.ORDER_CONFIRMED, Sample.confirmed(Sample.created(customer, name)));

        assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(mail.text()).contains(name);
    }

    /// Requirement 4.
    @Test
    void writesToNobodyWithoutAnAddress() {
        Customer anonymous = new Customer(Optional.empty(), Optional.of("customer-123"));
        Order confirmed = Sample.confirmed(Sample.created(anonymous, "GPU"));

        assertThat(OrderEvent.since(0, confirmed)).allSatisfy(event -> assertThat(mails.of(event)).isEmpty());
    }

    /// Requirement 4.
    @Test
    void writesToNobodyAboutWhatAStrangerDidInTheirName() {
        List<Order> unpaid = List.of(
                Sample.createdByAnybody().paymentDeclined(Reason.PAYMENT_DECLINED, Sample.NOW).orElseThrow(),
                Sample.createdByAnybody().paymentDeclined(Reason.PAYMENT_UNAVAILABLE, Sample.NOW).orElseThrow(),
                Sample.cancelled(Sample.createdByAnybody()),
                Sample.cancelledByStaff(Sample.createdByAnybody()),
                Sample.expired(Sample.createdByAnybody()));

        assertThat(unpaid).allSatisfy(order -> assertThat(OrderEvent.since(0, order))
                .allSatisfy(event -> assertThat(mails.of(event)).isEmpty()));
    }

    /// Requirement 4.
    @Test
    void writesToWhoseMoneyWasHeldOnce() {
        Order held = Sample.createdByAnybody().paymentAuthorized(Sample.NOW).orElseThrow();

        assertThat(mail(EventType.ORDER_CANCELLED, Sample.cancelled(held)).to()).isEqualTo("customer@example.com");
        assertThat(mail(EventType.ORDER_EXPIRED, Sample.expired(held)).to()).isEqualTo("customer@example.com");
        assertThat(mail(EventType.ORDER_CONFIRMED, Sample.confirmed(Sample.createdByAnybody())).to())
                .isEqualTo("customer@example.com");
    }

    @Test
    void writesOnlyAboutWhatTheShopperWaitsFor() {
        Actor now = Actor.customer(Sample.NOW, Optional.empty());
        Order returned = Sample.paid().shipped(now)
                .flatMap(order -> order.delivered(now))
                .flatMap(order -> order.returnRequested(now))
                .flatMap(order -> order.returned(Reason.RESTOCKED, now)).orElseThrow();

        assertThat(OrderEvent.since(0, Sample.refunded(returned, 5_00)))
                .filteredOn(event -> mails.of(event).isPresent())
                .extracting(OrderEvent::type)
                .containsExactly(EventType.ORDER_CONFIRMED, EventType.ORDER_SHIPPED, EventType.ORDER_REFUNDED);
        assertThat(OrderEvent.since(1, Sample.declined(Reason.PAYMENT_DECLINED)))
                .filteredOn(event -> mails.of(event).isPresent())
                .extracting(OrderEvent::type)
                .containsExactly(EventType.ORDER_CANCELLED);
    }

    private Mail mail(EventType type, Order order) {
        return mails.of(Sample.event(type, order)).orElseThrow();
    }
}
