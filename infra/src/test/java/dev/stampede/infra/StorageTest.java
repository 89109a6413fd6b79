package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StorageTest {
    private final Templates dev = Templates.dev();
    private final Templates prod = Templates.prod();
    private final Map<String, Templates.Resource> tables = dev.byName("AWS::DynamoDB::Table");

    @Test
    void everyTableHasItsKeyAndItsIndexes() {
        Map<String, String> keys = new TreeMap<>();
        tables.forEach((name, table) -> keys.put(name, key(table.property("KeySchema"))
                + Templates.items(table.property("GlobalSecondaryIndexes")).stream()
                        .map(index -> "; %s %s %s".formatted(index.path("IndexName").asText(),
                                key(index.path("KeySchema")),
                                index.at("/Projection/ProjectionType").asText()))
                        .collect(Collectors.joining())));

        assertThat(keys).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(Map.ofEntries(
                Map.entry("Products", "productId; byCategory category, productId ALL"),
                Map.entry("Stock", "sku"),
                Map.entry("Orders",
                        "orderId; byCustomer customerEmail, createdAt ALL; byDueAt dueShard, dueAt KEYS_ONLY; "
                                + "byMonth placedIn, createdAt KEYS_ONLY"),
                Map.entry("PurchaseLimits", "customerSku"),
                Map.entry("Payments", "orderId"),
                Map.entry("FraudSignals", "signal"),
                Map.entry("SalesMetrics", "day, metric"),
                Map.entry("Emails", "mailId"),
                Map.entry("StockAdjustments", "adjustmentId; bySku sku, at ALL"),
                Map.entry("RestockNotices", "productId, recipient"),
                Map.entry("Carts", "cartId, sku"),
                Map.entry("GuestAccess", "accessKey"))));
    }

    @Test
    void everyTableIsOnDemandEncryptedAndCanBeRestoredToAnySecond() {
        assertThat(tables.values()).allSatisfy(table -> {
            assertThat(table.property("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
            assertThat(table.property("SSESpecification/SSEEnabled").asBoolean()).isTrue();
            assertThat(table.property("PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
                    .isTrue();
        });
    }

    @Test
    void onlyWhatMayBeForgottenExpires() {
        Set<String> expiring = tables.values().stream()
                .filter(table -> table.property("TimeToLiveSpecification/AttributeName").asText().equals("expiresAt"))
                .map(Templates.Resource::name).collect(Collectors.toSet());

        assertThat(expiring).containsExactlyInAnyOrder("Orders", "FraudSignals", "SalesMetrics", "Emails",
                "RestockNotices",
                "Carts", "GuestAccess");
    }

    @Test
    void theStreamOfOrdersCarriesWhatWasAndWhatIs() {
        assertThat(tables.get("Orders").property("StreamSpecification/StreamViewType").asText())
                .isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(tables.values().stream().filter(table -> !table.property("StreamSpecification").isMissingNode()))
                .hasSize(1);
    }

    @Test
    void nothingThatHoldsAnOrderOrAUserIsDeletedInProd() {
        List<String> kept = List.of("AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::SecretsManager::Secret",
                "AWS::Cognito::UserPool", "AWS::S3::Bucket");

        assertThat(kept).allSatisfy(type -> assertThat(prod.all(type).toList()).isNotEmpty().allSatisfy(resource -> {
            assertThat(resource.json().path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(resource.json().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        }));
        assertThat(prod.all("AWS::DynamoDB::Table"))
                .allMatch(table -> table.property("DeletionProtectionEnabled").asBoolean());
        assertThat(prod.only("AWS::Cognito::UserPool").property("DeletionProtection").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void aDevelopersStacksGoAwayWithoutATrace() {
        assertThat(tables.values()).allSatisfy(table -> {
            assertThat(table.json().path("DeletionPolicy").asText()).isEqualTo("Delete");
            assertThat(table.property("DeletionProtectionEnabled").asBoolean()).isFalse();
        });
        assertThat(dev.all("Custom::S3AutoDeleteObjects").toList()).hasSize(1);
        assertThat(prod.all("Custom::S3AutoDeleteObjects").toList()).isEmpty();
    }

    @Test
    void alarmsMayPublishToTheOperatorsTopicAndStrangersMayNot() {
        JsonNode statements =
                dev.byName("AWS::SNS::TopicPolicy").get("OperatorAlertsPolicy").property("PolicyDocument/Statement");

        assertThat(Templates.items(statements)).filteredOn(it -> it.path("Effect").asText().equals("Allow"))
                .singleElement().satisfies(allow -> {
                    assertThat(allow.at("/Principal/Service").asText()).isEqualTo("cloudwatch.amazonaws.com");
                    assertThat(allow.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText())
                            .isEqualTo("AWS::AccountId");
                });
    }

    @Test
    void nothingIsNamedByHand() {
        Map<String, String> names = Map.of("AWS::DynamoDB::Table", "TableName", "AWS::SQS::Queue", "QueueName",
                "AWS::SNS::Topic", "TopicName", "AWS::Lambda::Function", "FunctionName", "AWS::S3::Bucket",
                "BucketName",
                "AWS::IAM::Role", "RoleName", "AWS::SecretsManager::Secret", "Name", "AWS::Logs::LogGroup",
                "LogGroupName",
                "AWS::CloudWatch::Alarm", "AlarmName", "AWS::Cognito::UserPool", "UserPoolName");

        names.forEach(
                (type, property) -> assertThat(dev.all(type)).allMatch(it -> it.property(property).isMissingNode()));
    }

    private static String key(JsonNode schema) {
        return Templates.items(schema).stream().map(part -> part.path("AttributeName").asText())
                .collect(Collectors.joining(", "));
    }
}
