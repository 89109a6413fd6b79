package dev.stampede.streamprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is published is what docs/api/events says.
final class EventSchemaTest {

    private static final Path EVENTS = Path.of("../../docs/api/events").toAbsolutePath().normalize();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://stampede.dev/events/", EVENTS.toUri().toString())));

    /// What can happen to orders in their whole life, each event as it is published with its change and as a replay.
    static List<OrderEvent> journeys() {
        return Stream.of(
                Journeys.soldOut(), Journeys.declined(), Journeys.cancelledForFraud(), Journeys.expired(),
                Journeys.cancelledByItsCustomer(), Journeys.shippedReturnedAndRefunded())
                .flatMap(List::stream)
                .flatMap(order -> Stream.concat(
                        OrderEvent.since(0, order).stream(), OrderEvent.ofStatus(order).stream()))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void everyEventOfEveryJourneyIsValidAsItsTypeAndAsNoOther(OrderEvent event) {
        String json = EventJson.write(event);

        assertThat(EventType.values()).filteredOn(type -> schema(type).validate(json, InputFormat.JSON).isEmpty())
                .containsExactly(event.type());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsSchemaAndHappens(EventType type) {
        assertThat(EVENTS.resolve(type.wireName() + ".schema.json")).exists();
        assertThat(journeys()).extracting(OrderEvent::type).contains(type);
    }

    @Test
    void theSchemasNameWhatTheCodeDoesAndNothingElse() {
        JsonObject order = file("order.schema.json");
        JsonObject properties = order.object("properties");
        JsonObject named = order.object("$defs");

        assertThat(named.object("reason").strings("enum")).containsExactlyElementsOf(names(Reason.values()));
        assertThat(properties.object("payment").strings("enum"))
                .containsExactlyElementsOf(names(PaymentStatus.values()));
        assertThat(properties.object("stock").strings("enum")).containsExactlyElementsOf(names(StockState.values()));
        assertThat(properties.object("fraud").object("properties").object("decision").strings("enum"))
                .containsExactlyElementsOf(names(Decision.values()));
        assertThat(named.object("status").strings("enum")).containsExactlyElementsOf(
                names(OrderStatus.values()).stream().filter(name -> !name.equals("PENDING")).toList());
        assertThat(file("event.schema.json").object("$defs").object("type").strings("enum")).containsExactlyElementsOf(
                Stream.of(EventType.values()).map(EventType::wireName).toList());
    }

    /// An event without what its type is about.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ORDER_CANCELLED|'\"reason\":\"CANCELLED_BY_CUSTOMER\",'|''",
        "ORDER_REFUNDED|'\"currency\":\"USD\",\"key\":\"first\"'|'\"currency\":\"USD\"'",
        "ORDER_REFUNDED|'\"amount\":500'|'\"amount\":0'",
        "ORDER_RETURNED|RESTOCKED|SOLD_OUT",
        "ORDER_SHIPPED|order_shipped\",\"version|order_delivered\",\"version",
        "ORDER_CREATED|'\"holdUntil\":'|'\"heldUntil\":'",
        "ORDER_CREATED|'\"limitPerCustomer\":2'|'\"limitPerCustomer\":0'",
        "ORDER_CREATED|',\"units\":50'|''"})
    void refusesAnEventThatLacksWhatItIsAbout(EventType type, String part, String other) {
        String event = journeys().stream().filter(each -> each.type() == type).map(EventJson::write)
                .filter(json -> json.contains(part)).findFirst().orElseThrow();

        assertThat(schema(type).validate(event.replace(part, other), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void refusesWhatTheSchemaDoesNotName() {
        String event = EventJson.write(OrderEvent.since(0, Sample.created("a")).getFirst());

        assertThat(schema(EventType.ORDER_CREATED)
                .validate(event.replace("\"currency\":", "\"cardNumber\":\"4111\",\"currency\":"), InputFormat.JSON))
                .isNotEmpty();
    }

    private static JsonObject file(String name) {
        try {
            return Json.readObject(Files.readString(EVENTS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static JsonSchema schema(EventType type) {
        return SCHEMAS.getSchema(SchemaLocation.of("https://stampede.dev/events/" + type.wireName() + ".schema.json"));
    }
}
