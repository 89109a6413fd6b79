package dev.stampede.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.apigateway.Gate;
import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudfront.Site;
import dev.stampede.cloud.cognito.DemoUser;
import dev.stampede.cloud.cognito.LocalIdentity;
import dev.stampede.cloud.console.ApiDocs;
import dev.stampede.cloud.console.CognitoPage;
import dev.stampede.cloud.console.FaultsPage;
import dev.stampede.cloud.console.MailPages;
import dev.stampede.cloud.console.StatusPage;
import dev.stampede.cloud.eventsource.EventSources;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.fault.FaultTargets;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.cloud.journal.FileJournal;
import dev.stampede.cloud.lambda.AotCaches;
import dev.stampede.cloud.lambda.FaultyInvoker;
import dev.stampede.cloud.lambda.FunctionPool;
import dev.stampede.cloud.lambda.FunctionSpecs;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.lambda.PoolSettings;
import dev.stampede.cloud.lambda.Worker;
import dev.stampede.cloud.listener.LocalToken;
import dev.stampede.cloud.ses.Mail;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.KeptState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The whole shop on this machine, from the synthesized template and nothing else.
public final class LaptopCloud implements AutoCloseable {

    /// What the application that runs on the cloud brings; the cloud itself knows it by its template alone.
    ///
    /// @param onReady       called once, when tables and queues are there and no function runs yet, with a client that
    ///                      may do everything
    /// @param trainingEvent an event for any function, as JSON, with which AOT caches are made
    public record Program(Consumer<DynamoDbClient> onReady, String trainingEvent) {

        public static final Program NONE = new Program(_ -> {}, "{}");
    }

    /// @param root       the checkout
    /// @param assembly   what `cdk synth` wrote
    /// @param state      where all state is kept
    /// @param port       of the shop; 0 for any that is free
    /// @param awsPort    of the AWS endpoint; 0 for any that is free
    /// @param retryAfter when a failed message comes again; empty waits out the queue's visibility timeout, as AWS does
    /// @param progress   takes a line for each step and each complaint
    /// @param faults     what goes wrong from the start
    /// @param sabotage   a bug planted by a test
    /// @param environment values in the place of the template's, where a function has the variable
    /// @param keeps      whether tables, queues and mails outlive the cloud; in memory each write takes a seventh of
    ///                   the time, because none waits for the disk
    /// @param minFree    bytes of the disk below which changes are refused
    /// @param program    what the application brings
    public record Settings(
            Path root,
            Path assembly,
            Path state,
            int port,
            int awsPort,
            Optional<Duration> retryAfter,
            Consumer<String> progress,
            FaultPlan faults,
            Sabotage sabotage,
            Map<String, String> environment,
            boolean keeps,
            long minFree,
            Program program) {

        /// Nothing goes wrong by intent.
        public Settings(Path root, Path assembly, Path state, int port, int awsPort, Optional<Duration> retryAfter,
                Consumer<String> progress) {
            this(root, assembly, state, port, awsPort, retryAfter, progress, FaultPlan.CALM, Sabotage.NONE, Map.of(),
                    true,
                    DiskWatch.MARGIN, Program.NONE);
        }

        public Settings withFaults(FaultPlan faults) {
            return new Settings(root, assembly, state, port, awsPort, retryAfter, progress, faults, sabotage,
                    environment,
                    keeps, minFree, program);
        }

        public Settings withSabotage(Sabotage sabotage) {
            return new Settings(root, assembly, state, port, awsPort, retryAfter, progress, faults, sabotage,
                    environment,
                    keeps, minFree, program);
        }

        public Settings withEnvironment(Map<String, String> environment) {
            return new Settings(root, assembly, state, port, awsPort, retryAfter, progress, faults, sabotage,
                    environment,
                    keeps, minFree, program);
        }

        /// For a cloud that nobody comes back to.
        public Settings inMemory() {
            return new Settings(root, assembly, state, port, awsPort, retryAfter, progress, faults, sabotage,
                    environment,
                    false, minFree, program);
        }

        public Settings withMinFree(long bytes) {
            return new Settings(root, assembly, state, port, awsPort, retryAfter, progress, faults, sabotage,
                    environment,
                    keeps, bytes, program);
        }

        public Settings withProgram(Program program) {
            return new Settings(root, assembly, state, port, awsPort, retryAfter, progress, faults, sabotage,
                    environment, keeps, minFree, program);
        }
    }

    /// Who sends a pool's mails where the template names nobody.
    private static final String MAIL_OF_COGNITO = "no-reply@verificationemail.com";

    /// What is to be closed, the newest first.
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<String> denials = new CopyOnWriteArrayList<>();
    private final Template.Addresses addresses;
    private FaultInjector faults;
    private AwsEndpoint endpoint;
    private FunctionPool pool;
    private EventSources sources;
    private DynamoDbClient operator;
    private List<DemoUser> demoUsers;

    /// The rest is set by [#open].
    @SuppressWarnings("NullAway.Init")
    private LaptopCloud(Template.Addresses addresses) {
        this.addresses = addresses;
    }

    /// @throws IllegalStateException with a sentence for the user when a port or the state is taken
    public static LaptopCloud start(Settings settings) {
        Ports ports = Ports.free(settings.port(), settings.awsPort());
        LaptopCloud cloud = new LaptopCloud(ports.addresses());
        try {
            cloud.open(settings, ports);
            return cloud;
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    private void open(Settings settings, Ports ports) {
        Consumer<String> progress = settings.progress();
        parts.push(StateLock.take(settings.state()));
        Path data = settings.state().resolve("data");
        if (settings.keeps()) {
            KeptState.sayWhatIsMissing(data, progress);
        }
        DiskWatch disk = opened(DiskWatch.of(data, settings.minFree(), progress));
        Template template = Template.read(settings.assembly(), addresses);
        faults = new FaultInjector(FaultTargets.of(template));
        faults.start(settings.faults());
        FileJournal journal = opened(new FileJournal(data, disk));
        LocalIdentity identity = new LocalIdentity(template, data.resolve("identity"),
                (to, subject, text) -> endpoint.mailbox().deliver(MAIL_OF_COGNITO, to, subject, text), disk);
        demoUsers = identity.demoUsers();

        progress.accept("Starting the AWS endpoint");
        AwsEndpoint.Settings endpointSettings = new AwsEndpoint.Settings(
                ports.aws(), settings.keeps() ? Optional.of(data) : Optional.empty());
        endpoint = opened(AwsEndpoint.start(endpointSettings, template, new AwsEndpoint.Hooks(
                journal, identity, denial -> {
                    denials.add("AccessDenied: " + denial);
                    progress.accept(denials.getLast());
                }, faults, settings.sabotage(), disk)));
        operator = opened(operator(addresses.awsEndpoint()));
        settings.program().onReady().accept(operator);

        FunctionSpecs functions = FunctionSpecs.from(template).withEnvironment(settings.environment());
        // Deployed code and AOT caches are the checkout's, whatever state it runs on.
        PoolSettings poolSettings = PoolSettings.of(
                Path.of(System.getProperty("java.home")),
                settings.root().resolve("local/laptop-cloud/target/runtime"),
                settings.state(),
                addresses.awsEndpoint()).withAotCaches(Optional.of(settings.root().resolve(".stampede/aot")));
        progress.accept("Preparing the functions: new code gets an AOT cache, so that it starts in half the time");
        AotCaches.prepare(functions.functions(), poolSettings, settings.program().trainingEvent(), progress);
        // The pollers stop before the functions do; what those held is settled after.
        parts.push(() -> Optional.ofNullable(sources).ifPresent(EventSources::close));
        pool = opened(new FunctionPool(
                functions.withSecrets(endpoint::secret).functions(), poolSettings, endpoint.roles(), journal, faults));
        Invoker invoker = new FaultyInvoker(pool, faults);
        endpoint.invokeWith(invoker);
        sources = new EventSources(template, addresses.awsEndpoint(), invoker, endpoint.async()::enqueue,
                endpoint.roles(), data,
                new EventSources.Settings(settings.retryAfter(), journal, progress, faults, disk));
        parts.push(sources::stop);

        HttpApi.Backend backend =
                new HttpApi.Backend(invoker, journal, identity.verifier(), Clock.systemUTC(), progress,
                        new Gate(disk::trouble, Set.of("GET /health")));
        Site site = opened(Site.open(template, ports.site(), HttpApi.in(template, backend), endpoint::secret));
        site.mount("/_local/mail", new MailPages("/_local/mail", () -> endpoint.mailbox().mails().stream()
                .map(LaptopCloud::page)
                .toList()));
        site.cover(ApiDocs.PATH, new ApiDocs(settings.root().resolve("docs/api/openapi.yaml")));
        site.mount(CognitoPage.PATH, new CognitoPage(identity::handle));
        site.mount("/_local/status", new StatusPage(Map.of(
                "workers", () -> pool.workers().stream().map(Worker::toString).toList(),
                "disk", () -> disk.trouble().orElse("ok"),
                "meter", () -> endpoint.meter().snapshot())));
        site.mount("/_local/faults", new FaultsPage(faults, LocalToken.in(data, disk)));
    }

    /// What goes wrong, to be changed while the cloud runs.
    public FaultInjector faults() {
        return faults;
    }

    public URI site() {
        return addresses.site();
    }

    public URI awsEndpoint() {
        return addresses.awsEndpoint();
    }

    public List<DemoUser> demoUsers() {
        return demoUsers;
    }

    /// A client that may do everything.
    public DynamoDbClient operator() {
        return operator;
    }

    /// What roles were refused since the start, in AWS's words.
    public List<String> denials() {
        return List.copyOf(denials);
    }

    /// The bodies of the mails to one address, oldest first.
    public List<String> mailTo(String address) {
        return endpoint.mailbox().mails().stream()
                .filter(mail -> mail.to().contains(address))
                .map(Mail::text)
                .toList();
    }

    /// Every mail that was sent.
    public List<Mail> mails() {
        return endpoint.mailbox().everyMail();
    }

    /// Every call of AWS, counted by caller, action, resource and outcome, and its capacity units.
    public JsonNode meter() {
        return endpoint.meter().snapshot();
    }

    /// How often an action was called on a resource, such as `SendMessage` on `OrdersQueue`.
    public long calls(String action, String resource) {
        return StreamSupport.stream(endpoint.meter().snapshot().get("calls").spliterator(), false)
                .filter(call -> call.get("action").asText().equals(action)
                        && call.get("resource").asText().equals(resource))
                .mapToLong(call -> call.get("count").asLong())
                .sum();
    }

    /// Kills the processes of a function that are at work, the hard way, as `kill -9` does.
    ///
    /// @return false when there is none
    public boolean killBusy(String function) {
        return pool.workers().stream()
                .filter(worker -> worker.function().equals(function) && worker.ready() && worker.inFlight() > 0)
                .flatMap(worker -> ProcessHandle.of(worker.pid()).stream())
                .map(ProcessHandle::destroyForcibly)
                .toList()
                .contains(true);
    }

    @Override
    public void close() {
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("Closing " + part.getClass().getSimpleName() + " failed: " + e.getMessage());
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private static DynamoDbClient operator(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Template.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "operator")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static MailPages.Mail page(Mail mail) {
        return new MailPages.Mail(mail.id(), mail.at(), mail.from(), mail.to(), mail.subject(), mail.html(),
                mail.text());
    }
}
