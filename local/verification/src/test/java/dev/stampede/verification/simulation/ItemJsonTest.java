package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class ItemJsonTest {

    private static final AttributeValue KEY = AttributeValue.fromS("a");

    @Test
    void aRequestHasEachMemberThatWasSetAndNoOther() {
        is(QueryRequest.builder().tableName("Orders").limit(3).scanIndexForward(false)
                .expressionAttributeNames(Map.of("#a", "b")).exclusiveStartKey(Map.of("sku", KEY)).build(),
                """
                        {"TableName": "Orders", "Limit": 3, "ScanIndexForward": false, "ExpressionAttributeNames": {"#a": "b"},
                         "ExclusiveStartKey": {"sku": {"S": "a"}}}""");
        TransactWriteItem remove = TransactWriteItem.builder().update(update -> update.tableName("Stock")
                .key(Map.of("sku", KEY)).updateExpression("REMOVE x")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)).build();
        is(TransactWriteItemsRequest.builder().transactItems(remove).build(), """
                {"TransactItems": [{"Update": {"TableName": "Stock", "Key": {"sku": {"S": "a"}},
                 "UpdateExpression": "REMOVE x", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}}]}""");
    }

    @Test
    void aTransactionHasTheTokenThatItWasGivenAndGetsNone() {
        is(TransactWriteItemsRequest.builder().clientRequestToken("one").build(), """
                {"ClientRequestToken": "one"}""");
        is(TransactWriteItemsRequest.builder().build(), "{}");
    }

    @Test
    void valuesOfEveryTypeComeBackAsTheyWere() {
        SdkBytes bytes = SdkBytes.fromUtf8String("bytes");
        Map<String, AttributeValue> item = Map.of(
                "S", KEY, "N", AttributeValue.fromN("1.5"), "BOOL", AttributeValue.fromBool(false),
                "NUL", AttributeValue.fromNul(true), "B", AttributeValue.fromB(bytes),
                "M",
                AttributeValue.fromM(Map.of("L", AttributeValue.fromL(List.of(KEY, AttributeValue.fromM(Map.of()))))),
                "SS", AttributeValue.fromSs(List.of("x", "y")), "NS", AttributeValue.fromNs(List.of("1", "2")),
                "BS", AttributeValue.fromBs(List.of(bytes)));

        assertThat(ItemJson.item(ItemJson.json(item))).isEqualTo(item);
    }

    private static void is(SdkPojo request, String json) {
        try {
            assertThat(ItemJson.request(request)).isEqualTo(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
