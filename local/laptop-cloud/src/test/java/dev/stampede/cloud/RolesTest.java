package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.stampede.cloud.iam.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// A role may do through the endpoint what its policy in the template says, and nothing else.
class RolesTest {

    private static final String WHO = "User: arn:aws:sts::000000000000:assumed-role/ProcessorRole/Processor"
            + " is not authorized to perform: ";

    private static final SendMessageBatchRequestEntry HELLO =
            SendMessageBatchRequestEntry.builder().id("1").messageBody("hello").build();

    private static RunningEndpoint running;
    private static DynamoDbClient dynamoDb;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        running = new RunningEndpoint(Optional.empty());
        dynamoDb = running.processor(DynamoDbClient.builder());
        sqs = running.processor(SqsClient.builder());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aRefusalNamesRoleActionAndResourceAndIsToldToTheListener() {
        String sentence = WHO + "dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/Orders"
                + " because no identity-based policy allows the dynamodb:GetItem action";

        assertDenied(() -> dynamoDb.getItem(get -> get.tableName("Orders").key(key("orderId", "1"))),
                400, "AccessDeniedException", sentence);
        assertThat(running.denials).contains(sentence);
    }

    @Test
    void aTransactionNeedsTheGrantOfEachOfItsParts() {
        TransactWriteItem put = TransactWriteItem.builder()
                .put(each -> each.tableName("Orders").item(key("orderId", UUID.randomUUID().toString()))).build();
        TransactWriteItem update = TransactWriteItem.builder()
                .update(each -> each.tableName("Stock").key(key("sku", "s")).updateExpression("SET available = :a")
                        .expressionAttributeValues(Map.of(":a", AttributeValue.fromN("1"))))
                .build();
        TransactWriteItem delete = TransactWriteItem.builder()
                .delete(each -> each.tableName("Orders").key(key("orderId", "1"))).build();
        TransactWriteItem check = TransactWriteItem.builder()
                .conditionCheck(each -> each.tableName("Stock").key(key("sku", "s"))
                        .conditionExpression("attribute_exists(sku)"))
                .build();

        dynamoDb.transactWriteItems(write -> write.transactItems(put, update));
        assertDenied(() -> dynamoDb.transactWriteItems(write -> write.transactItems(put, delete)),
                400, "AccessDeniedException", "dynamodb:DeleteItem on resource");
        assertDenied(() -> dynamoDb.transactWriteItems(write -> write.transactItems(put, check)),
                400, "AccessDeniedException", "dynamodb:ConditionCheckItem on resource");
    }

    @Test
    void aStatementNeedsThePartiQlGrantOnItsTable() {
        dynamoDb.batchExecuteStatement(batch -> batch.statements(BatchStatementRequest.builder()
                .statement("INSERT INTO \"Orders\" VALUE {'orderId': ?}")
                .parameters(AttributeValue.fromS(UUID.randomUUID().toString()))
                .build()));

        assertDenied(() -> dynamoDb.executeStatement(
                each -> each.statement("INSERT INTO \"Stock\" VALUE {'sku': 'x'}")),
                400, "AccessDeniedException", "dynamodb:PartiQLInsert on resource: "
                        + "arn:aws:dynamodb:us-east-1:000000000000:table/Stock ");
        assertDenied(() -> dynamoDb.executeStatement(
                each -> each.statement("SELECT * FROM Orders.\"byCustomer\" WHERE x=1")),
                400, "AccessDeniedException", "dynamodb:PartiQLSelect on resource: "
                        + "arn:aws:dynamodb:us-east-1:000000000000:table/Orders/index/byCustomer ");
        assertDenied(() -> dynamoDb.executeStatement(
                each -> each.statement("update \"Orders\" set a=1 where orderId='1'")),
                400, "AccessDeniedException", "dynamodb:PartiQLUpdate on resource");
        assertDenied(() -> dynamoDb.executeStatement(each -> each.statement("DELETE FROM Orders WHERE orderId='1'")),
                400, "AccessDeniedException", "dynamodb:PartiQLDelete on resource");
    }

    @Test
    void anIndexIsAResourceOfItsOwn() {
        Map<String, AttributeValue> values = Map.of(":v", AttributeValue.fromS("a@example.com"));

        assertThatCode(() -> dynamoDb.query(query -> query.tableName("Orders").indexName("byCustomer")
                .keyConditionExpression("customerEmail = :v").expressionAttributeValues(values)))
                .doesNotThrowAnyException();
        assertDenied(() -> dynamoDb.query(query -> query.tableName("Orders").keyConditionExpression("orderId = :v")
                .expressionAttributeValues(values)), 400, "AccessDeniedException", "dynamodb:Query on resource");
    }

    @Test
    void aBatchNeedsTheGrantOnEachTable() {
        assertThatCode(() -> dynamoDb.batchGetItem(get -> get.requestItems(Map.of("Stock", keys("sku")))))
                .doesNotThrowAnyException();
        assertDenied(() -> dynamoDb.batchGetItem(get -> get.requestItems(
                Map.of("Stock", keys("sku"), "Orders", keys("orderId")))),
                400, "AccessDeniedException", "dynamodb:BatchGetItem on resource: "
                        + "arn:aws:dynamodb:us-east-1:000000000000:table/Orders ");
    }

    @Test
    void aBatchOfMessagesNeedsTheGrantOfOne() {
        assertThat(sqs.sendMessageBatch(batch -> batch.queueUrl(running.queueUrl("OrdersQueue"))
                .entries(HELLO)).failed()).isEmpty();
        assertDenied(() -> sqs.sendMessageBatch(batch -> batch.queueUrl(running.queueUrl("PaymentQueue"))
                .entries(HELLO)),
                403, "AccessDeniedException",
                "sqs:SendMessage on resource: arn:aws:sqs:us-east-1:000000000000:PaymentQueue ");
        assertDenied(() -> sqs.purgeQueue(purge -> purge.queueUrl(running.queueUrl("OrdersQueue"))),
                403, "AccessDeniedException", "sqs:PurgeQueue on resource");
    }

    @Test
    void eachServiceRefusesInItsOwnShape() {
        SnsClient sns = running.processor(SnsClient.builder());
        assertThatThrownBy(() -> sns.listTopics())
                .isInstanceOf(AuthorizationErrorException.class)
                .hasMessageContaining(WHO + "sns:ListTopics on resource: *");
        assertDenied(() -> running.processor(SesClient.builder()).sendEmail(mail -> mail.source("me@elsewhere.example")
                .destination(to -> to.toAddresses("a@example.com"))
                .message(message -> message.subject(text -> text.data("s"))
                        .body(body -> body.text(text -> text.data("t"))))),
                403, "AccessDenied",
                "ses:SendEmail on resource: arn:aws:ses:us-east-1:000000000000:identity/elsewhere.example ");
        assertDenied(() -> running.processor(SecretsManagerClient.builder())
                .describeSecret(get -> get.secretId("ReceiptSecret")),
                400, "AccessDeniedException", "secretsmanager:DescribeSecret on resource: "
                        + "arn:aws:secretsmanager:us-east-1:000000000000:secret:ReceiptSecret ");
    }

    @Test
    void aKeyOfAnEarlierRunIsNobodys() {
        Credentials issued = running.endpoint.roles().assume(RunningEndpoint.ROLE, "Processor");
        String stale = issued.accessKeyId().replaceFirst("....$", "0000");

        assertDenied(() -> running.as(DynamoDbClient.builder(), new Credentials(stale, "x", "x")).listTables(),
                403, "ExpiredTokenException", "expired");
    }

    @Test
    void theOperatorMayDoEverything() {
        assertThat(running.operator(DynamoDbClient.builder()).listTables().tableNames()).contains("Orders", "Stock");
    }

    private static void assertDenied(ThrowingCallable call, int status, String code, String part) {
        assertThatThrownBy(call)
                .asInstanceOf(type(AwsServiceException.class))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(status);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(refused.awsErrorDetails().errorMessage()).contains(part);
                });
    }

    private static Map<String, AttributeValue> key(String name, String value) {
        return Map.of(name, AttributeValue.fromS(value));
    }

    private static KeysAndAttributes keys(String name) {
        return KeysAndAttributes.builder().keys(List.of(key(name, "1"))).build();
    }
}
