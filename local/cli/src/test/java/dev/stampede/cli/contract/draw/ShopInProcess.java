package dev.stampede.cli.contract.draw;

import dev.stampede.cli.seed.Seed;
import dev.stampede.cloud.AwsEndpoint;
import dev.stampede.cloud.apigateway.Gate;
import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cognito.LocalIdentity;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.lambda.FunctionSpecs;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.ses.Mail;
import dev.stampede.cloud.state.DiskWatch;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// The whole shop of the template behind its API, in this JVM and in memory, with the demo's products and users.
final class ShopInProcess implements AutoCloseable {

    /// The SDK's own name for what is `AWS_ENDPOINT_URL` in a function's environment.
    private static final String ENDPOINT = "aws.endpointUrl";

    private final AwsEndpoint endpoint;
    private final LocalIdentity identity;
    private final HttpApi api;
    private final Functions functions;
    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final PrintStream console = System.out;
    private int places;

    private ShopInProcess(AwsEndpoint endpoint, LocalIdentity identity, Template template) {
        this.endpoint = endpoint;
        this.identity = identity;
        System.setProperty(ENDPOINT, endpoint.url().toString());
        this.functions = new Functions(
                FunctionSpecs.from(template).withSecrets(endpoint::secret).functions());
        this.api = HttpApi.in(template, new HttpApi.Backend(functions, _ -> {}, identity.verifier(),
                new Unhurried(), _ -> {}, Gate.OPEN)).getFirst();
        this.tables = operator(DynamoDbClient.builder());
        this.queues = operator(SqsClient.builder());
        // The functions' log, which nobody reads here.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        Seed.plant(tables, "Products", "Stock", Instant.now());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C operator(B client) {
        return client
                .endpointOverride(endpoint.url())
                .region(Region.of(Template.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "operator")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /// @param folder for the users
    static ShopInProcess open(Path folder) {
        Template template = Template.read(Path.of("../../cdk.out"),
                new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
        LocalIdentity identity = new LocalIdentity(template, folder, (_, _, _) -> true, DiskWatch.none());
        AwsEndpoint endpoint = AwsEndpoint.start(new AwsEndpoint.Settings(0, Optional.empty()), template,
                new AwsEndpoint.Hooks(_ -> {}, identity, _ -> {}, new FaultInjector(), Sabotage.NONE,
                        DiskWatch.none()));
        return new ShopInProcess(endpoint, identity, template);
    }

    Response ask(Request request) {
        return api.answer(request);
    }

    /// The address of somebody who has not asked before: nobody asks too often.
    String anotherPlace() {
        places++;
        return "10." + (places >> 16 & 255) + "." + (places >> 8 & 255) + "." + (places & 255);
    }

    DynamoDbClient tables() {
        return tables;
    }

    /// The next message of a queue, which is taken off it.
    Message received(String queue) {
        String url = queues.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        Message message = queues.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20)).messages()
                .getFirst();
        queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        return message;
    }

    Invoker.Result invoke(String function, String event) {
        return functions.invoke(function, event.getBytes(StandardCharsets.UTF_8)).join();
    }

    List<Mail> mails() {
        return endpoint.mailbox().mails();
    }

    /// The value of the header `Authorization`.
    String signedIn(String email) {
        return "Bearer " + identity.tokens(email).id();
    }

    @Override
    public void close() {
        System.setOut(console);
        System.clearProperty(ENDPOINT);
        tables.close();
        queues.close();
        endpoint.close();
    }

    /// Some milliseconds pass between two looks at it, so that no request meets the API's throttle.
    private static final class Unhurried extends Clock {

        private long looks;

        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.ofMillis(2 * looks++));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
