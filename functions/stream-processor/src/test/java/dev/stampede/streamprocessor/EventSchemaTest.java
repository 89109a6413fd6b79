package dev.stampede.streamprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.model.event.EventType;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is published is what docs/api/events says.
final class EventSchemaTest {

    private static final Path EVENTS = Path.of("../../docs/api/events").toAbsolutePath().normalize();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012, builder ->
            builder.schemaMappers(mappers ->
                    mappers.mapPrefix("https://stampede.dev/events/", EVENTS.toUri().toString())));

    static Stream<OrderEvent> journeys() {
        Order created = Sample.created("a");
        FraudCheck rejected = new FraudCheck(Decision.REJECTED, 100, List.of("stolen-card"));
        return Stream.of(
                        Order.rejected(Sample.placed("a"), Reason.SOLD_OUT, Sample.NOW),
                        Sample.confirmed("a").paymentCaptured(Sample.NOW).orElseThrow(),
                        created.paymentDeclined(Sample.NOW).orElseThrow(),
                        created.fraudDecided(rejected, Sample.NOW).flatMap(Order::paymentVoided).orElseThrow())
                .flatMap(order -> OrderEvent.since(0, order).stream());
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void everyEventOfEveryJourneyIsValid(OrderEvent event) {
        assertThat(schema(event.type()).validate(EventJson.write(event), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsOwnSchema(EventType type) {
        Order order = type == EventType.ORDER_REJECTED
                ? Order.rejected(Sample.placed("a"), Reason.SOLD_OUT, Sample.NOW)
                : Sample.created("a").paymentDeclined(Sample.NOW).orElseThrow();
        String event = EventJson.write(new OrderEvent("a#1", type, Sample.NOW, order));

        assertThat(Files.exists(EVENTS.resolve(type.wireName() + ".schema.json"))).isTrue();
        assertThat(schema(type).validate(event, InputFormat.JSON)).isEmpty();
        EventType other = EventType.values()[(type.ordinal() + 1) % EventType.values().length];
        assertThat(schema(other).validate(event, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void refusesWhatTheSchemaDoesNotName() {
        String event = EventJson.write(OrderEvent.since(0, Sample.created("a")).getFirst());

        assertThat(schema(EventType.ORDER_CREATED)
                .validate(event.replace("\"currency\":", "\"cardNumber\":\"4111\",\"currency\":"), InputFormat.JSON))
                .isNotEmpty();
    }

    private static JsonSchema schema(EventType type) {
        return SCHEMAS.getSchema(SchemaLocation.of("https://stampede.dev/events/" + type.wireName() + ".schema.json"));
    }
}
