package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.cloudformation.Template;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the function assumes about its queue is what the template says.
class LastDeliveryTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    /// Given up any later, a payment without an answer would become a dead letter; any earlier, a provider that answers
    /// again would lose an order.
    @Test
    void aPaymentIsGivenUpInTheLastDeliveryButOne() {
        int deliveries = Template.read(Path.of("../../cdk.out"), new Template.Addresses(NOWHERE, NOWHERE))
                .ofType("AWS::SQS::Queue").stream()
                .filter(queue -> queue.name().equals("PaymentQueue"))
                .findFirst().orElseThrow()
                .at("RedrivePolicy/maxReceiveCount").asInt();

        assertThat(SettlePayment.GIVE_UP_FROM).isEqualTo(deliveries - 1);
    }
}
