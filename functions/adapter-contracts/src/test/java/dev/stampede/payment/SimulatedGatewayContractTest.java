package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Race;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class SimulatedGatewayContractTest implements PaymentGatewayContract {

    private static final String PAYMENTS = "Payments";

    private final Tables tables;
    private final SimulatedGateway gateway;

    SimulatedGatewayContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.gateway = new SimulatedGateway(engine.cloud().dynamoDb(), PAYMENTS, InstantSource.fixed(Sample.NOON));
    }

    @Override
    public PaymentGateway gateway() {
        return gateway;
    }

    @Override
    public int captures(String orderId) {
        AttributeValue captures = ledger(orderId).get("captures");
        return captures == null ? 0 : Integer.parseInt(captures.n());
    }

    @Test
    void racingCapturesTakeTheMoneyOnce() {
        String order = Sample.id();
        gateway.authorize(order, AMOUNT, "tok_ok");

        assertThat(Race.of(8, () -> gateway.capture(order))).containsOnly(PaymentGateway.Capture.CAPTURED);
        assertThat(captures(order)).isEqualTo(1);
    }

    @Test
    void ofACaptureAndAVoidThatRaceExactlyOneWins() {
        String order = Sample.id();
        gateway.authorize(order, AMOUNT, "tok_ok");

        List<Enum<?>> outcomes = Race.of(List.of(() -> gateway.capture(order), () -> gateway.voidAuthorization(order)));

        assertThat(outcomes).isIn(
                List.of(PaymentGateway.Capture.CAPTURED, PaymentGateway.Void.ALREADY_CAPTURED),
                List.of(PaymentGateway.Capture.NOT_AUTHORIZED, PaymentGateway.Void.VOIDED));
    }

    @Test
    void theLedgerHasTheAmount() {
        String order = Sample.id();
        gateway.authorize(order, AMOUNT, "tok_ok");

        assertThat(ledger(order))
                .containsEntry("amount", AttributeValue.fromN("172799"))
                .containsEntry("currency", AttributeValue.fromS("USD"))
                .containsEntry("authorizedAt", AttributeValue.fromS("2026-01-01T12:00:00.123Z"));
    }

    private Map<String, AttributeValue> ledger(String orderId) {
        return tables.item(PAYMENTS, Map.of("orderId", AttributeValue.fromS(orderId)));
    }
}
