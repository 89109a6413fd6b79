package dev.stampede.dynamodb.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagsTest {

    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";
    private static final String CREATE = """
            {'TableName': 'orders', 'BillingMode': 'PAY_PER_REQUEST',
             'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
             'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}], 'Tags': [{'Key': 'team', 'Value': 'shop'}]}
            """;

    private final Calls calls = new Calls(DynamoDb.inMemory(DynamoDb.Settings.DEFAULTS));

    @BeforeEach
    void create() {
        calls.ok("CreateTable", CREATE);
    }

    private ObjectNode tags() {
        return calls.ok("ListTagsOfResource", "{'ResourceArn': '" + ARN + "'}");
    }

    private static ObjectNode tagging(String key, String value) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("ResourceArn", ARN);
        request.putArray("Tags").addObject().put("Key", key).put("Value", value);
        return request;
    }

    @Test
    void tagsAreAddedReplacedAndRemoved() {
        calls.ok("TagResource", tagging("team", "carts"));
        calls.ok("TagResource", tagging("größe 1", ""));
        assertThat(tags()).isEqualTo(
                Calls.json("{'Tags': [{'Key': 'team', 'Value': 'carts'}, {'Key': 'größe 1', 'Value': ''}]}"));
        calls.ok("UntagResource", "{'ResourceArn': '" + ARN + "', 'TagKeys': ['team', 'never there']}");
        assertThat(tags()).isEqualTo(Calls.json("{'Tags': [{'Key': 'größe 1', 'Value': ''}]}"));
    }

    @Test
    void taggingByManyLosesNothing() {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        for (int round = 0; round < 25; round++) {
            String prefix = "round" + round;
            CompletableFuture.allOf(IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> calls.ok("TagResource", tagging("key" + i, prefix)), executor))
                    .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(tags().get("Tags")).filteredOn(tag -> tag.get("Value").asText().equals(prefix)).hasSize(40);
        }
    }

    @Test
    void refusesTagsThatAreNotAllowedAndMoreThanFifty() {
        assertThat(calls.refused("TagResource", tagging("->>;-)", "x").toString())).startsWith("ValidationException");
        assertThat(calls.refused("TagResource", tagging("x", "#!").toString())).startsWith("ValidationException");
        assertThat(calls.refused("TagResource", tagging("x".repeat(129), "x").toString()))
                .startsWith("ValidationException");
        for (int i = 0; i < 49; i++) {
            calls.ok("TagResource", tagging("key" + i, "x"));
        }
        assertThat(calls.refused("TagResource", tagging("one more", "x").toString())).contains("Too many tags");
    }

    @Test
    void refusesWhatIsNotATablesName() {
        String request = "{'ResourceArn': '%s', 'Tags': [{'Key': 'a', 'Value': 'b'}]}";
        assertThat(calls.refused("TagResource", request.formatted("orders")))
                .startsWith("AccessDeniedException: User: ");
        assertThat(calls.refused("TagResource", request.formatted(ARN + "/index/byDay")))
                .isEqualTo("ValidationException: Invalid TableArn: Invalid ResourceArn provided as input " + ARN
                        + "/index/byDay");
        assertThat(calls.refused("TagResource", request.formatted(ARN + "s")))
                .isEqualTo(
                        "ResourceNotFoundException: Requested resource not found: ResourcArn: " + ARN + "s not found");
        assertThat(calls.refused("TagResource", "{'Tags': []}")).isEqualTo("ValidationException: Invalid TableArn");
    }
}
