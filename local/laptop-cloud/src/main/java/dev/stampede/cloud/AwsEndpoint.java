package dev.stampede.cloud;

import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cognito.CognitoApi;
import dev.stampede.cloud.cognito.Identity;
import dev.stampede.cloud.dynamodb.DynamoDbApi;
import dev.stampede.cloud.dynamodb.DynamoDbEngine;
import dev.stampede.cloud.dynamodb.TableSchema;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.gateway.Denials;
import dev.stampede.cloud.gateway.Meter;
import dev.stampede.cloud.gateway.RequestReader;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.cloud.iam.IdentityPolicies;
import dev.stampede.cloud.iam.IssuedKeys;
import dev.stampede.cloud.iam.ResourcePolicies;
import dev.stampede.cloud.iam.Roles;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.lambda.AsyncInvocations;
import dev.stampede.cloud.lambda.AsyncSettings;
import dev.stampede.cloud.lambda.FailedEvents;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.lambda.LambdaApi;
import dev.stampede.cloud.listener.Listener;
import dev.stampede.cloud.secretsmanager.SecretsApi;
import dev.stampede.cloud.ses.Mailbox;
import dev.stampede.cloud.ses.SesApi;
import dev.stampede.cloud.sns.QueueDelivery;
import dev.stampede.cloud.sns.SnsApi;
import dev.stampede.cloud.sns.SnsEdge;
import dev.stampede.cloud.sqs.DeadLetters;
import dev.stampede.cloud.sqs.SqsApi;
import dev.stampede.cloud.sqs.TemplateQueues;
import dev.stampede.cloud.sqs.engine.SqsEngine;
import dev.stampede.cloud.sqs.engine.Time;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.sts.StsApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The AWS endpoint of the laptop cloud, on this machine only.
public final class AwsEndpoint implements AutoCloseable {

    /// @param port       where it answers; the template's queue URLs must be read with the same
    /// @param state      where tables, messages, secrets and mails are kept; empty keeps them in memory
    /// @param retryAfter how long a failed asynchronous invocation waits for its first retry; the second waits twice
    ///                   that
    /// @param clock      of the tables: their timestamps, and their limits by the second
    public record Settings(int port, Optional<Path> state, Duration retryAfter, InstantSource clock) {
        public Settings(int port, Optional<Path> state) {
            this(port, state, Duration.ofSeconds(1), InstantSource.system());
        }
    }

    /// Who wants to know, or to interfere.
    ///
    /// @param sabotage `Sabotage.NONE` outside of tests
    /// @param disk     told of what could not be kept
    public record Hooks(
            Journal journal, Identity identity, Denials denials, FaultInjector faults, Sabotage sabotage,
            DiskWatch disk) {
        public static final Hooks NONE = new Hooks(
                _ -> {}, Identity.NONE, _ -> {}, new FaultInjector(), Sabotage.NONE, DiskWatch.none());
    }

    private final Listener listener;
    private final Engines engines;
    private final IssuedKeys keys = new IssuedKeys();
    private final Meter meter = new Meter();
    private final Mailbox mailbox;
    private final SecretsApi secrets;
    private final AsyncInvocations async;
    private final LambdaApi lambda;
    private final Front front;

    private record Engines(DynamoDbEngine dynamoDb, SqsEngine sqs) implements AutoCloseable {

        static Engines start(Settings settings, int port, Consumer<String> complaints) {
            SqsEngine.Address address =
                    new SqsEngine.Address(Template.REGION, Template.ACCOUNT, "http://127.0.0.1:" + port);
            Optional<Path> state = settings.state();
            SqsEngine sqs = state.map(folder -> SqsEngine.in(folder.resolve("sqs"), address, Time.SYSTEM, complaints))
                    .orElseGet(() -> SqsEngine.inMemory(address, Time.SYSTEM));
            try {
                return new Engines(
                        DynamoDbEngine.start(state.map(folder -> folder.resolve("dynamodb")), settings.clock(),
                                complaints),
                        sqs);
            } catch (RuntimeException e) {
                sqs.close();
                throw e;
            }
        }

        @Override
        public void close() {
            sqs.close();
            dynamoDb.close();
        }
    }

    private AwsEndpoint(Listener listener, Engines engines, Settings settings, Template template, Hooks hooks) {
        this.listener = listener;
        this.engines = engines;
        Optional<Path> state = settings.state();
        IdentityPolicies policies = new IdentityPolicies(template);
        ResourcePolicies resourcePolicies = new ResourcePolicies(template);
        Map<String, AsyncSettings> asyncSettings = AsyncSettings.byFunction(template);
        this.mailbox = new Mailbox(state, hooks.disk());
        this.secrets = new SecretsApi(template, state, hooks.disk());
        SqsEngine sqs = engines.sqs();
        template.ofType("AWS::DynamoDB::Table").forEach(engines.dynamoDb()::ensureTable);
        TemplateQueues.ensure(sqs, template);
        DeadLetters deadLetters = new DeadLetters(template, sqs, hooks.journal());
        this.async = new AsyncInvocations(asyncSettings, new FailedEvents(deadLetters, policies, hooks.denials()),
                settings.retryAfter(), hooks.faults(), state, hooks.disk());
        this.lambda = new LambdaApi(async);
        SnsEdge sns = new SnsEdge(
                template, new QueueDelivery(sqs, resourcePolicies, deadLetters, hooks.journal()), async,
                resourcePolicies, hooks.journal(), hooks.faults());
        this.front = new Front(
                new RequestReader(keys),
                Map.of(
                        "dynamodb", new DynamoDbApi(engines.dynamoDb(), TableSchema.byName(template), meter,
                                failure -> failed(hooks, settings, "dynamodb", failure)),
                        "sqs",
                        new SqsApi(sqs,
                                failure -> failed(hooks, settings, "sqs",
                                        Objects.requireNonNullElse(failure.getCause(), failure))),
                        "sns", new SnsApi(sns),
                        "ses", new SesApi(mailbox),
                        "secretsmanager", secrets,
                        "sts", new StsApi(),
                        "cognito-idp", new CognitoApi(hooks.identity()),
                        "lambda", lambda),
                policies, hooks, meter);
    }

    private static void failed(Hooks hooks, Settings settings, String engine, Throwable failure) {
        hooks.disk().failed(
                settings.state().orElse(Path.of("")).resolve(engine), new IOException(failure.getMessage()));
    }

    /// The value of a secret, by name or ARN, as a deployment would read it.
    public String secret(String id) {
        return secrets.value(id);
    }

    /// @throws IllegalStateException when the port is taken; the message says which
    public static AwsEndpoint start(Settings settings, Template template, Hooks hooks) {
        Listener listener = bind(settings.port());
        Optional<Engines> engines = Optional.empty();
        try {
            if (settings.state().isPresent()) {
                Files.createDirectories(settings.state().get());
            }
            engines = Optional.of(Engines.start(settings, listener.port(), hooks.disk()::tell));
            AwsEndpoint endpoint = new AwsEndpoint(listener, engines.get(), settings, template, hooks);
            listener.open("/", endpoint.front);
            listener.start();
            return endpoint;
        } catch (IOException e) {
            listener.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            listener.close();
            engines.ifPresent(Engines::close);
            throw e;
        }
    }

    private static Listener bind(int port) {
        try {
            return Listener.bind(port, 1024);
        } catch (BindException e) {
            throw new IllegalStateException(
                    "Port " + port + " is taken. Stop what listens there, or choose another port for"
                            + " the AWS endpoint with --aws-port.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says how functions are invoked. They need this endpoint's URL, so it is there before them; what is invoked
    /// meanwhile waits.
    public void invokeWith(Invoker functions) {
        async.connect(functions);
        lambda.connect(functions);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    public Roles roles() {
        return keys;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Meter meter() {
        return meter;
    }

    /// Asynchronous invocations, with their retries and failure queues.
    public AsyncInvocations async() {
        return async;
    }

    /// Close it after what calls it.
    @Override
    public void close() {
        async.close();
        listener.close();
        engines.close();
    }
}
