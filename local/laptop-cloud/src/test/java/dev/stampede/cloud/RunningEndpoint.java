package dev.stampede.cloud;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cognito.Identity;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.cloud.iam.Credentials;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.DiskWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// The endpoint over the template in `templates/edges`, with clients of the AWS SDK as functions have them.
public final class RunningEndpoint implements AutoCloseable {

    static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:OrderEvents";
    static final String ROLE = "arn:aws:iam::000000000000:role/ProcessorRole";

    final List<String> denials = new CopyOnWriteArrayList<>();
    final List<Journal.Hop> hops = new CopyOnWriteArrayList<>();
    final List<String> invocations = new CopyOnWriteArrayList<>();
    final Template template;
    final AwsEndpoint endpoint;
    final FaultInjector faults = new FaultInjector();
    volatile Sabotage sabotage = Sabotage.NONE;
    volatile InstantSource clock = InstantSource.system();
    volatile Function<String, Invoker.Result> function = _ -> new Invoker.Result.Success("null".getBytes());

    public RunningEndpoint(Optional<Path> state) {
        int port = freePort();
        this.template = Template.read(Path.of("src/test/resources/templates/edges"),
                new Template.Addresses(URI.create("http://127.0.0.1:" + port), URI.create("http://127.0.0.1:1")));
        this.endpoint = AwsEndpoint.start(
                new AwsEndpoint.Settings(port, state, Duration.ofMillis(1), () -> clock.instant()),
                template,
                new AwsEndpoint.Hooks(hops::add, Identity.NONE, denials::add, faults,
                        (caller, action, body) -> sabotage.tamper(caller, action, body), DiskWatch.none()));
        endpoint.invokeWith((name, payload) -> {
            invocations.add(name + " " + new String(payload));
            return CompletableFuture.completedFuture(function.apply(name));
        });
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C operator(B builder) {
        return as(builder, new Credentials("test", "test", "test"));
    }

    /// A client that acts as the template's `ProcessorRole`.
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C processor(B builder) {
        return as(builder, endpoint.roles().assume(ROLE, "Processor"));
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C as(B builder, Credentials keys) {
        return builder.endpointOverride(endpoint.url())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retry -> retry.maxAttempts(1)).build())
                .build();
    }

    public String queueUrl(String queue) {
        return endpoint.url() + "/000000000000/" + queue;
    }

    /// Takes all messages out of a queue.
    public List<Message> drain(String queue) {
        List<Message> messages = new ArrayList<>();
        try (SqsClient sqs = operator(SqsClient.builder())) {
            List<Message> some;
            do {
                some = sqs.receiveMessage(receive -> receive.queueUrl(queueUrl(queue))
                        .maxNumberOfMessages(10).messageAttributeNames("All")).messages();
                some.forEach(message -> sqs.deleteMessage(delete -> delete
                        .queueUrl(queueUrl(queue)).receiptHandle(message.receiptHandle())));
                messages.addAll(some);
            } while (!some.isEmpty());
        }
        return messages;
    }

    public List<String> queues() {
        return template.ofType("AWS::SQS::Queue").stream().map(Resource::name).toList();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
