package dev.stampede.infra;

import java.util.Map;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// What must outlive every other stack: tables, users, secrets, and the topic for alarms.
public final class StorageStack extends Stack {
    private final Deployment deployment;
    private final Tables tables;
    private final Identity identity;
    private final ISecret receiptSecret;
    private final ISecret originSecret;
    private final ITopic alerts;

    public StorageStack(Construct scope, String id, StackProps props, Deployment deployment) {
        super(scope, id, props);
        this.deployment = deployment;
        tables = new Tables(products(), table("Stock", "sku").build(), orders(),
                table("PurchaseLimits", "customerSku").build(), table("Payments", "orderId").build(),
                table("FraudSignals", "signal").timeToLiveAttribute("expiresAt").build(),
                table("SalesMetrics", "day").sortKey(string("metric")).timeToLiveAttribute("expiresAt").build(),
                table("Emails", "mailId").timeToLiveAttribute("expiresAt").build(), stockAdjustments(),
                table("RestockNotices", "productId").sortKey(string("recipient")).timeToLiveAttribute("expiresAt")
                        .build(),
                table("Carts", "cartId").sortKey(string("sku")).timeToLiveAttribute("expiresAt").build(),
                table("GuestAccess", "accessKey").timeToLiveAttribute("expiresAt").build());
        identity = Identity.in(this, deployment);
        receiptSecret = Secret.Builder.create(this, "ReceiptSecret")
                .description(
                        "Key of the HMAC in receipt and cart tokens. A new value makes all that were given out unreadable.")
                .generateSecretString(
                        SecretStringGenerator.builder().passwordLength(64).excludePunctuation(true).build())
                .removalPolicy(deployment.removalPolicy())
                .build();
        // Punctuation is no part of it: it travels in a header.
        originSecret = Secret.Builder.create(this, "OriginSecret")
                .description("What CloudFront adds to each request so that the API knows it came that way.")
                .generateSecretString(
                        SecretStringGenerator.builder().passwordLength(48).excludePunctuation(true).build())
                .removalPolicy(deployment.removalPolicy())
                .build();
        alerts = alertsTopic();
        tables.all().forEach(table -> output(table.getNode().getId() + "TableName", table.getTableName()));
        output("UserPoolId", identity.users().getUserPoolId());
        output("UserPoolClientId", identity.storefront().getUserPoolClientId());
        output("OperatorAlertsTopicArn", alerts.getTopicArn());
    }

    public Tables tables() {
        return tables;
    }

    public Identity identity() {
        return identity;
    }

    public ISecret receiptSecret() {
        return receiptSecret;
    }

    public ISecret originSecret() {
        return originSecret;
    }

    public ITopic alerts() {
        return alerts;
    }

    private Table products() {
        Table products = table("Products", "productId").build();
        products.addGlobalSecondaryIndex(index("byCategory", "category", "productId", ProjectionType.ALL));
        return products;
    }

    private Table stockAdjustments() {
        // The idempotency key is part of the key, so that one key makes one entry. The staff's changes never expire.
        Table adjustments = table("StockAdjustments", "adjustmentId").build();
        adjustments.addGlobalSecondaryIndex(index("bySku", "sku", "at", ProjectionType.ALL));
        return adjustments;
    }

    private Table orders() {
        // No sort key: the conditional put that makes an order exist once must be unique per order id alone.
        Table orders = table("Orders", "orderId")
                .stream(StreamViewType.NEW_AND_OLD_IMAGES)
                .timeToLiveAttribute("expiresAt")
                .build();
        orders.addGlobalSecondaryIndex(index("byCustomer", "customerEmail", "createdAt", ProjectionType.ALL));
        // Keys only: the sweep reads the orders it finds as they stand, and every change of one would be written twice.
        orders.addGlobalSecondaryIndex(index("byDueAt", "dueShard", "dueAt", ProjectionType.KEYS_ONLY));
        // Keys only, which never change: an order is written to it once, whatever becomes of the order.
        orders.addGlobalSecondaryIndex(index("byMonth", "placedIn", "createdAt", ProjectionType.KEYS_ONLY));
        return orders;
    }

    private Table.Builder table(String name, String key) {
        return Table.Builder.create(this, name)
                .partitionKey(string(key))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.AWS_MANAGED)
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
                .deletionProtection(deployment.keepsData())
                .removalPolicy(deployment.removalPolicy());
    }

    private static GlobalSecondaryIndexProps index(String name, String partition, String sort,
            ProjectionType projection) {
        return GlobalSecondaryIndexProps.builder()
                .indexName(name)
                .partitionKey(string(partition))
                .sortKey(string(sort))
                .projectionType(projection)
                .build();
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    /// Subscriptions to it are made by hand, once, which is why it is kept apart from what is deployed daily.
    private Topic alertsTopic() {
        Topic topic = Topic.Builder.create(this, "OperatorAlerts").enforceSsl(true).build();
        // A topic with a policy of its own admits nobody by default, not even the account's alarms.
        topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com", ServicePrincipalOpts.builder()
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build()));
        return topic;
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
