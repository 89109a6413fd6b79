package dev.stampede.dynamodb.api;

import static dev.stampede.dynamodb.api.Shapes.ANY;
import static dev.stampede.dynamodb.api.Shapes.ATTRIBUTES;
import static dev.stampede.dynamodb.api.Shapes.EXPRESSION_NAMES;
import static dev.stampede.dynamodb.api.Shapes.EXPRESSION_VALUES;
import static dev.stampede.dynamodb.api.Shapes.FLAG;
import static dev.stampede.dynamodb.api.Shapes.RETURN_CONSUMED_CAPACITY;
import static dev.stampede.dynamodb.api.Shapes.RETURN_METRICS;
import static dev.stampede.dynamodb.api.Shapes.RETURN_ON_FAILURE;
import static dev.stampede.dynamodb.api.Shapes.TABLE;
import static dev.stampede.dynamodb.api.Shapes.TEXT;
import static dev.stampede.dynamodb.api.Shapes.VALUE;
import static dev.stampede.dynamodb.api.Shapes.items;
import static dev.stampede.dynamodb.api.Shapes.optional;
import static dev.stampede.dynamodb.api.Shapes.required;
import static dev.stampede.dynamodb.api.Shapes.structure;
import static dev.stampede.dynamodb.api.Shapes.text;
import static dev.stampede.dynamodb.api.Shapes.whole;

import dev.stampede.dynamodb.api.Shape.Member;
import dev.stampede.dynamodb.api.Shape.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Requests of transactions, and those in PartiQL.
final class TransactionRequests {

    private static final Structure GET = structure(
            "Get",
            required("Key", ATTRIBUTES),
            required("TableName", TABLE),
            optional("ProjectionExpression", TEXT),
            optional("ExpressionAttributeNames", EXPRESSION_NAMES));

    private static final Structure WRITE_ITEM = structure(
            "TransactWriteItem",
            optional("ConditionCheck", action("ConditionCheck", true, required("Key", ATTRIBUTES))),
            optional("Put", action("Put", false, required("Item", ATTRIBUTES))),
            optional("Delete", action("Delete", false, required("Key", ATTRIBUTES))),
            optional("Update", action(
                    "Update", false, required("Key", ATTRIBUTES), required("UpdateExpression", TEXT))));

    private static final Member STATEMENT = required("Statement", text(1, 8192));
    private static final Member PARAMETERS = optional("Parameters", items(VALUE, 1, ANY));
    private static final Member CONSISTENT_READ = optional("ConsistentRead", FLAG);
    private static final Member CAPACITY = optional("ReturnConsumedCapacity", RETURN_CONSUMED_CAPACITY);
    private static final Member ON_FAILURE = optional("ReturnValuesOnConditionCheckFailure", RETURN_ON_FAILURE);
    private static final Member TOKEN = optional("ClientRequestToken", text(1, 36));

    private TransactionRequests() {}

    static Map<String, Structure> all() {
        return Map.of(
                "TransactGetItems", structure(
                        "",
                        required("TransactItems", items(
                                structure("TransactGetItem", required("Get", GET)), 1, 100)),
                        CAPACITY),
                "TransactWriteItems", structure(
                        "",
                        required("TransactItems", items(WRITE_ITEM, 1, 100)),
                        CAPACITY,
                        optional("ReturnItemCollectionMetrics", RETURN_METRICS),
                        TOKEN),
                "ExecuteStatement", structure(
                        "",
                        STATEMENT,
                        PARAMETERS,
                        CONSISTENT_READ,
                        optional("NextToken", text(1, 32768)),
                        CAPACITY,
                        optional("Limit", whole(1, ANY)),
                        ON_FAILURE),
                "BatchExecuteStatement", structure(
                        "",
                        required("Statements", items(
                                structure("BatchStatementRequest", STATEMENT, PARAMETERS, CONSISTENT_READ, ON_FAILURE),
                                1,
                                25)),
                        CAPACITY),
                "ExecuteTransaction", structure(
                        "",
                        required("TransactStatements", items(
                                structure("ParameterizedStatement", STATEMENT, PARAMETERS, ON_FAILURE), 1, 100)),
                        TOKEN,
                        CAPACITY));
    }

    private static Structure action(String type, boolean conditional, Member... own) {
        List<Member> members = new ArrayList<>(List.of(own));
        members.add(required("TableName", TABLE));
        members.add(new Member("ConditionExpression", TEXT, conditional));
        members.add(optional("ExpressionAttributeNames", EXPRESSION_NAMES));
        members.add(optional("ExpressionAttributeValues", EXPRESSION_VALUES));
        members.add(optional("ReturnValuesOnConditionCheckFailure", RETURN_ON_FAILURE));
        return new Structure(type, members);
    }
}
