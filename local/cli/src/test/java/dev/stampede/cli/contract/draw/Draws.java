package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cli.contract.ApiContract;
import dev.stampede.cli.contract.ApiContract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Draws requests for one operation: every other one is allowed, and every other one breaks a single rule.
final class Draws {

    private static final int TRIES = 50;
    private static final List<String> NO_BODY = List.of(
            "{", "nothing", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{} {}", "[]", "\"text\"", "7", "null", "{'a':1}",
            "{\"a\":\"\\ud83d\"}", "[".repeat(100));

    private final ApiContract contract;
    private final Schemas schemas;
    private final Operation operation;
    private final JsonNode schema;

    Draws(ApiContract contract, Operation operation) {
        this.contract = contract;
        this.schemas = new Schemas(contract);
        this.operation = operation;
        this.schema = contract.request(operation);
    }

    Drawn allowed(RandomGenerator random, Map<String, List<String>> known) {
        return whole(random, known, false);
    }

    private Drawn whole(RandomGenerator random, Map<String, List<String>> known, boolean toBeBroken) {
        ObjectNode parts = (ObjectNode) new Values(schemas, random, known, toBeBroken).of(schema, "");
        Drawn drawn = new Drawn(operation, parts, Optional.empty(), true, "allowed");
        complaint(drawn).ifPresent(complaint -> {
            throw new IllegalStateException("drawn as allowed, and is not: " + complaint + "\n" + drawn);
        });
        return drawn;
    }

    /// Empty where an operation forbids nothing.
    Optional<Drawn> forbidden(RandomGenerator random, Map<String, List<String>> known) {
        if (schema.at("/properties").has("body") && random.nextInt(8) == 0) {
            Drawn allowed = whole(random, known, true);
            return Optional.of(new Drawn(operation, allowed.parts(),
                    Optional.of(NO_BODY.get(random.nextInt(NO_BODY.size()))), false, "a body that is no object"));
        }
        for (int i = 0; i < TRIES; i++) {
            ObjectNode parts = whole(random, known, true).parts();
            Optional<String> how = Breakages.breakOne(schemas, (ObjectNode) schema, parts, random);
            Optional<Drawn> broken = how.map(it -> new Drawn(operation, parts, Optional.empty(), false, it));
            if (broken.isPresent() && complaint(broken.get()).isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /// Whether the contract says of a request what was said when it was drawn.
    boolean isAsDrawn(Drawn drawn) {
        return complaint(drawn).isEmpty() == drawn.allowed() || drawn.raw().isPresent();
    }

    private Optional<String> complaint(Drawn drawn) {
        return contract.complaint(operation, drawn.asRead(schemas, schema));
    }
}
