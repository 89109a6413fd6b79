package dev.stampede.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/// Makes in LocalStack what the template names; the embedded engines read it themselves.
final class LocalStackSetup {

    private final Cloud cloud;

    LocalStackSetup(Cloud cloud) {
        this.cloud = cloud;
    }

    void create(Template template) {
        template.ofType("AWS::DynamoDB::Table").forEach(this::table);
        template.ofType("AWS::SQS::Queue")
                .forEach(queue -> cloud.sqs().createQueue(make -> make.queueName(queue.name())));
        template.ofType("AWS::SNS::Topic")
                .forEach(topic -> cloud.sns().createTopic(make -> make.name(topic.name())));
        template.ofType("AWS::SNS::Subscription").forEach(this::subscription);
        template.ofType("AWS::SecretsManager::Secret").forEach(secret -> cloud.secretsManager()
                .createSecret(make -> make.name(secret.name()).secretString(secret.text("SecretString"))));
        cloud.ses().verifyEmailIdentity(verify -> verify.emailAddress(Cloud.SENDER));
    }

    private void table(Resource table) {
        List<GlobalSecondaryIndex> indexes = table.list("GlobalSecondaryIndexes").stream()
                .map(index -> GlobalSecondaryIndex.builder()
                        .indexName(index.get("IndexName").asText())
                        .keySchema(keys(index.get("KeySchema")))
                        .projection(all -> all.projectionType(index.at("/Projection/ProjectionType").asText()))
                        .build())
                .toList();
        cloud.dynamoDb().createTable(create -> create
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(table.at("KeySchema")))
                .attributeDefinitions(table.list("AttributeDefinitions").stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.get("AttributeName").asText())
                                .attributeType(attribute.get("AttributeType").asText())
                                .build())
                        .toList())
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
        cloud.dynamoDb().waiter().waitUntilTableExists(describe -> describe.tableName(table.name()));
    }

    private static List<KeySchemaElement> keys(JsonNode schema) {
        return StreamSupport.stream(schema.spliterator(), false)
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.get("AttributeName").asText())
                        .keyType(key.get("KeyType").asText())
                        .build())
                .toList();
    }

    private void subscription(Resource subscription) {
        cloud.sns().subscribe(subscribe -> subscribe
                .topicArn(subscription.text("TopicArn"))
                .protocol(subscription.text("Protocol"))
                .endpoint(subscription.text("Endpoint"))
                .attributes(Map.of(
                        "RawMessageDelivery", subscription.text("RawMessageDelivery"),
                        "FilterPolicy", subscription.at("FilterPolicy").toString())));
    }
}
