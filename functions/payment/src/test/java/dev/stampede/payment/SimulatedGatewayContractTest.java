package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class SimulatedGatewayContractTest implements PaymentGatewayContract {

    private static final String PAYMENTS = "Payments";
    private static final AttributeValue NOW = AttributeValue.fromS("2026-01-01T12:00:00.123Z");

    private final DynamoDbClient dynamoDb;
    private final Tables tables;
    private final List<Duration> pauses = new ArrayList<>();
    private final SimulatedGateway gateway;

    SimulatedGatewayContractTest(Engine engine) {
        this.dynamoDb = engine.cloud().dynamoDb();
        this.tables = engine.cloud().tables();
        this.gateway = new SimulatedGateway(dynamoDb, PAYMENTS, InstantSource.fixed(Sample.NOON), pauses::add);
    }

    @Override
    public PaymentGateway gateway() {
        return gateway;
    }

    @Override
    public int captures(String orderId) {
        return Math.toIntExact(number(orderId, "captures"));
    }

    @Override
    public Money refunded(String orderId) {
        return Money.ofMinor(number(orderId, "refunded"));
    }

    @Test
    void theBooksTellEveryStepWithItsTime() {
        String order = Sample.id();
        gateway.authorize(order, AMOUNT, "tok_ok");
        gateway.capture(order);
        gateway.refund(order, order + "#6", Money.ofMinor(5_00));
        gateway.refund(order, order + "#7", Money.ofMinor(20_00));

        assertThat(books(order))
                .containsEntry("state", AttributeValue.fromS("CAPTURED"))
                .containsEntry("amount", AttributeValue.fromN("172799"))
                .containsEntry("currency", AttributeValue.fromS("USD"))
                .containsEntry("captures", AttributeValue.fromN("1"))
                .containsEntry("refunded", AttributeValue.fromN("2500"))
                .containsEntry("refundable", AttributeValue.fromN("170299"))
                .containsEntry("refunds", AttributeValue.fromM(Map.of(
                        order + "#6", AttributeValue.fromN("500"), order + "#7", AttributeValue.fromN("2000"))))
                .containsEntry("refundTimes", AttributeValue.fromM(Map.of(order + "#6", NOW, order + "#7", NOW)))
                .containsEntry("authorizedAt", NOW)
                .containsEntry("capturedAt", NOW);
    }

    @Test
    void theBooksTellWhatCameToNothing() {
        String declined = Sample.id();
        String voided = Sample.id();
        String barred = Sample.id();
        gateway.authorize(declined, AMOUNT, "tok_declined");
        gateway.authorize(voided, AMOUNT, "tok_ok");
        gateway.voidAuthorization(voided);
        gateway.voidAuthorization(barred);

        assertThat(books(declined))
                .containsEntry("state", AttributeValue.fromS("DECLINED"))
                .containsEntry("declinedAt", NOW);
        assertThat(books(voided))
                .containsEntry("state", AttributeValue.fromS("VOIDED"))
                .containsEntry("authorizedAt", NOW)
                .containsEntry("voidedAt", NOW)
                .containsEntry("captures", AttributeValue.fromN("0"));
        assertThat(books(barred))
                .containsEntry("state", AttributeValue.fromS("VOIDED"))
                .containsEntry("voidedAt", NOW)
                .containsEntry("captures", AttributeValue.fromN("0"));
    }

    @Test
    void aBrokenCardLeavesNothingInTheBooks() {
        String order = Sample.id();
        gateway.authorize(order, AMOUNT, "tok_error_500");

        assertThat(books(order)).isEmpty();
    }

    @Test
    void aSlowCardTakesSixSecondsOverEveryAnswer() {
        String order = Sample.id();
        gateway.authorize(order, AMOUNT, "tok_slow_6s");
        gateway.authorize(order, AMOUNT, "tok_slow_6s");

        assertThat(pauses).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(6));
    }

    @Test
    void whoIsInterruptedWaitingHasNoAnswerThoughTheMoneyIsHeld() {
        String order = Sample.id();
        SimulatedGateway interrupted = new SimulatedGateway(
                dynamoDb, PAYMENTS, InstantSource.fixed(Sample.NOON), _ -> {
                    throw new InterruptedException();
                });

        assertThat(interrupted.authorize(order, AMOUNT, "tok_slow_6s")).isInstanceOf(Unanswered.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(gateway.authorize(order, AMOUNT, "tok_slow_6s")).isEqualTo(new Authorized());
    }

    @Test
    void cannotBeReachedWithoutItsBooks() {
        SimulatedGateway bookless =
                new SimulatedGateway(dynamoDb, "NoSuchTable", InstantSource.fixed(Sample.NOON), pauses::add);

        assertThatThrownBy(bookless::isReachable).isInstanceOf(SdkException.class);
    }

    private long number(String orderId, String attribute) {
        AttributeValue value = books(orderId).get(attribute);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    private Map<String, AttributeValue> books(String orderId) {
        return tables.item(PAYMENTS, Map.of("orderId", AttributeValue.fromS(orderId)));
    }
}
