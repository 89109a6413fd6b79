package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.fault.CallFault.Spot;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Meter;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.Access;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// DynamoDB and its streams.
public final class DynamoDbApi implements Api {

    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

    private final DynamoDbEngine engine;
    private final DynamoDbAccesses accesses;
    private final Meter meter;
    private final Consumer<StoreException> outOfService;

    /// @param outOfService told of a call that was not served because it could not be kept
    public DynamoDbApi(
            DynamoDbEngine engine, Map<String, TableSchema> tables, Meter meter,
            Consumer<StoreException> outOfService) {
        this.engine = engine;
        this.accesses = new DynamoDbAccesses(tables, engine::templateStream);
        this.meter = meter;
        this.outOfService = outOfService;
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        return accesses.of(request.operation(), request.json());
    }

    @Override
    public Answer handle(AwsRequest request) {
        Consumption consumption = new Consumption();
        try {
            // The engine may change what it gets; the request is still to be noted.
            ObjectNode body = ((ObjectNode) request.json()).deepCopy();
            return Answer.json(engine.call(request.operation(), body, consumption));
        } catch (DynamoDbException e) {
            return refused(e);
        } catch (StoreException e) {
            outOfService.accept(e);
            return request.refuse(500, "InternalServerError", String.valueOf(e.getMessage()));
        } finally {
            consumption.forEach((table, items, reads, writes) -> meter.use(request.caller().session(), table,
                    request.operation(), items, writes, reads));
        }
    }

    private static Answer refused(DynamoDbException e) {
        ObjectNode body = Protocol.MAPPER.createObjectNode()
                .put("__type",
                        (e.code().equals("ValidationException") ? "com.amazon.coral.validate#" : NAMESPACE) + e.code())
                .put("message", e.getMessage());
        e.members().forEach(body::set);
        return Answer.refusal(
                e.status(), Protocol.JSON.contentType, code(e), Protocol.json(body), Map.of());
    }

    /// Of a cancelled transaction with why, as far as there is one reason.
    private static String code(DynamoDbException e) {
        JsonNode reasons = e.members().get("CancellationReasons");
        if (reasons == null) {
            return e.code();
        }
        List<String> codes = reasons.valueStream()
                .map(reason -> reason.get("Code").asText())
                .filter(code -> !code.equals("None"))
                .distinct()
                .toList();
        return codes.size() == 1 ? e.code() + " " + codes.getFirst() : e.code();
    }

    @Override
    public Answer throttled(AwsRequest request, Spot spot) {
        return isTransaction(request)
                ? cancelled(request, DynamoDbRefusals.THROTTLED, spot)
                : DynamoDbRefusals.throttled(request);
    }

    @Override
    public Answer conflicted(AwsRequest request, Spot spot) {
        return isTransaction(request)
                ? cancelled(request, DynamoDbRefusals.CONFLICT, spot)
                : DynamoDbRefusals.conflicted(request);
    }

    private static boolean isTransaction(AwsRequest request) {
        return request.json().has("TransactItems");
    }

    private static Answer cancelled(AwsRequest request, DynamoDbRefusals.Reason reason, Spot spot) {
        List<String> tables = request.json().get("TransactItems").valueStream()
                .map(action -> action.findPath("TableName").asText())
                .toList();
        return DynamoDbRefusals.cancelled(request, reason, List.of(spot.among(tables)));
    }
}
