package dev.stampede.lambda;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// Builds AWS clients the way a function wants them: one light HTTP client, region and credentials named so that
/// nothing is searched for at start, standard retries, and bounds in time. `AWS_ENDPOINT_URL` is read by the SDK
/// itself.
public final class AwsClients {

    /// Functions behind the API have six seconds: they give up first, and can say why. One attempt may take all of it:
    /// a second one behind a slow one would be cut off, too, and is only more work for a service that is slow already.
    private static final Duration CALL = Duration.ofSeconds(5);

    private AwsClients() {}

    /// @param builder for example `DynamoDbClient.builder()`
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder) {
        return builder
                .region(Region.of(System.getenv().getOrDefault("AWS_REGION", "us-east-1")))
                .credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries())
                        .apiCallTimeout(CALL)
                        .build())
                .build();
    }

    /// The standard retries do not count a write that met a transaction on the same item, which is over in
    /// milliseconds.
    private static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(4)
                .retryOnException(AwsClients::isTransactionConflict)
                .build();
    }

    private static boolean isTransactionConflict(Throwable failure) {
        return failure instanceof AwsServiceException refused
                && refused.awsErrorDetails() != null
                && "TransactionConflictException".equals(refused.awsErrorDetails().errorCode());
    }

    /// SnapStart hands credentials out over the container endpoint, everything else in the environment
    /// (https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html).
    private static AwsCredentialsProvider credentials() {
        return System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
                ? EnvironmentVariableCredentialsProvider.create()
                : ContainerCredentialsProvider.create();
    }
}
