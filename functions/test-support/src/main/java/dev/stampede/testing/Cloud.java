package dev.stampede.testing;

import dev.stampede.cloud.cloudformation.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// One engine with everything in place that `resources/cloud` names.
///
/// @param mails all mails that were sent
public record Cloud(
        DynamoDbClient dynamoDb,
        SqsClient sqs,
        SnsClient sns,
        SesClient ses,
        SecretsManagerClient secretsManager,
        Supplier<List<SentMail>> mails) {

    public static final String ORDERS = "Orders";
    public static final String STOCK = "Stock";
    public static final String PURCHASE_LIMITS = "PurchaseLimits";
    public static final String PRODUCTS = "Products";
    public static final String CARTS = "Carts";
    public static final String TOPIC_ARN = "arn:aws:sns:us-east-1:000000000000:OrderEvents";
    public static final String SENDER = "shop@stampede.example";

    public record SentMail(String from, List<String> to, String subject, String html, String text) {}

    static Cloud at(URI endpoint, Supplier<List<SentMail>> mails) {
        return at(endpoint, mails, List.of());
    }

    /// The same engine through clients of its own, each call of which passes by somebody.
    public Cloud with(ExecutionInterceptor interceptor) {
        return at(dynamoDb.serviceClientConfiguration().endpointOverride().orElseThrow(), mails, List.of(interceptor));
    }

    private static Cloud at(URI endpoint, Supplier<List<SentMail>> mails, List<ExecutionInterceptor> interceptors) {
        return new Cloud(
                client(DynamoDbClient.builder(), endpoint, interceptors),
                client(SqsClient.builder(), endpoint, interceptors),
                client(SnsClient.builder(), endpoint, interceptors),
                client(SesClient.builder(), endpoint, interceptors),
                client(SecretsManagerClient.builder(), endpoint, interceptors),
                mails);
    }

    /// The one place where tables and what else there is are described, for every engine.
    public static Template template() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        try {
            // The resources may be in a jar, and a template is read from a folder.
            Path folder = Files.createTempDirectory("contracts");
            for (String file : List.of("manifest.json", "Contracts.template.json")) {
                try (InputStream resource = Cloud.class.getResourceAsStream("/cloud/" + file)) {
                    Files.copy(Objects.requireNonNull(resource, file), folder.resolve(file));
                }
                folder.resolve(file).toFile().deleteOnExit();
            }
            folder.toFile().deleteOnExit();
            return Template.read(folder, new Template.Addresses(nowhere, nowhere));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Tables tables() {
        return new Tables(dynamoDb);
    }

    public String queueUrl(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }

    public String secretArn() {
        return secretsManager.describeSecret(describe -> describe.secretId("ReceiptSecret")).arn();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, List<ExecutionInterceptor> interceptors) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.executionInterceptors(interceptors))
                .build();
    }
}
