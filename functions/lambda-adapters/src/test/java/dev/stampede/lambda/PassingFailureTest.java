package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// What the SDK throws where nobody answers is asked of the SDK itself.
class PassingFailureTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServiceThatIsSilentLeavesACallUnanswered(boolean theWholeCall) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Throwable failure = ask(silent.getLocalPort(), theWholeCall);

            assertThat(failure.getClass().getSimpleName())
                    .isEqualTo(theWholeCall ? "ApiCallTimeoutException" : "ApiCallAttemptTimeoutException");
            assertThat(PassingFailure.isUnanswered(failure)).isTrue();
            assertThat(PassingFailure.isBusy(failure)).isFalse();
            assertThat(PassingFailure.is(failure)).isTrue();
        }
    }

    @Test
    void aServiceThatCannotBeReachedLeavesACallUnanswered() throws IOException {
        int closed;
        try (ServerSocket once = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            closed = once.getLocalPort();
        }

        assertThat(PassingFailure.isUnanswered(ask(closed, true))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 400, true", "ProvisionedThroughputExceededException, 400, true",
        "InternalServerError, 500, true", "ServiceUnavailable, 503, true", "ValidationException, 400, false",
        "AccessDeniedException, 400, false", "ResourceNotFoundException, 400, false"})
    void aRefusalPassesWhereTheServiceIsToBlame(String code, int status, boolean passes) {
        var failure = DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .statusCode(status)
                .build();

        assertThat(PassingFailure.isBusy(failure)).isEqualTo(passes);
        assertThat(PassingFailure.is(failure)).isEqualTo(passes);
        assertThat(PassingFailure.isUnanswered(failure)).isFalse();
    }

    @Test
    void whoeverIsAtWorkOnTheSameItemIsSoonDone() {
        assertThat(PassingFailure.isBusy(TransactionConflictException.builder().statusCode(400).build())).isTrue();
        assertThat(PassingFailure.isBusy(TransactionInProgressException.builder().statusCode(400).build())).isTrue();
    }

    @Test
    void whatIsWrongHereDoesNotPass() {
        assertThat(PassingFailure.is(SdkClientException.create("unable to load credentials"))).isFalse();
        assertThat(PassingFailure.is(new IllegalStateException("a bug", new IOException()))).isFalse();
        assertThat(PassingFailure.is(new NullPointerException())).isFalse();
    }

    private static Throwable ask(int port, boolean theWholeCall) {
        Duration soon = Duration.ofMillis(200);
        Duration late = Duration.ofMinutes(1);
        try (DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override
                        .retryStrategy(retries -> retries.maxAttempts(1))
                        .apiCallTimeout(theWholeCall ? soon : late)
                        .apiCallAttemptTimeout(theWholeCall ? late : soon))
                .build()) {
            return catchThrowable(client::listTables);
        }
    }
}
