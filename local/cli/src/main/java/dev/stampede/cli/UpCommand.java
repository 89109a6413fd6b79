package dev.stampede.cli;

import dev.stampede.cloud.LaptopCloud;
import dev.stampede.cloud.fault.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "Runs the whole shop on this machine from the synthesized template, until Ctrl-C.", mixinStandardHelpOptions = true, footer = UpCommand.FAULTS_HELP)
final class UpCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final String BUSY_SHOP = "latency:CreateOrder:100-4000ms";
    static final String FAULTS_HELP = """

            Rules of --faults (a * in a name stands for any text, MS is 200ms or 100-4000ms,
            SHARE is 5%%; what is in brackets may be left out):
              latency:FUNCTION[:MS][:SHARE]  kill:FUNCTION[:MS][:SHARE]
              throttle:FUNCTION[:SHARE]  error:FUNCTION[:SHARE]        its invocations
              latency:CALL[:MS][:SHARE]  error:CALL[:SHARE]  error-after-commit:CALL[:SHARE]
              throttle:CALL[:SHARE]  lost-request:CALL[:SHARE]  lost-reply:CALL[:SHARE]
                where CALL is FUNCTION:SERVICE[:ACTION[:RESOURCE]]
                such as Payment:dynamodb:UpdateItem:Orders
              conflict:FUNCTION[:TABLE][:SHARE]    its writes meet a transaction
              duplicate:SOURCE[:CONSUMER][:MS][:SHARE]
              reorder:SOURCE[:CONSUMER][:MS][:SHARE]
              pause:SOURCE[:CONSUMER]              what a queue, stream or topic delivers
            A running shop tells them at GET /_local/faults and takes others with PUT, with the header
            X-Local-Token: what stands in data/local-token of the state folder.""";

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "where the shop answers (default ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--aws-port", defaultValue = "4566", paramLabel = "N", description = "where the AWS endpoint answers (default ${DEFAULT-VALUE})")
    private int awsPort;

    @Option(names = "--retry-after", defaultValue = "1", paramLabel = "SECONDS|template", description = "when a failed message comes again; 'template' waits out the queue's visibility timeout"
            + " as AWS does (default ${DEFAULT-VALUE})")
    private String retryAfter;

    @Option(names = "--state", paramLabel = "FOLDER", description = "where state is kept (default .stampede)")
    private Path state;

    @Option(names = "--min-free", defaultValue = "50", paramLabel = "MB", description = "changes are answered 503 while less of the state's disk is free (default ${DEFAULT-VALUE})")
    private int minFree;

    @Option(names = "--faults", defaultValue = "", paramLabel = "RULE,RULE", description = "what goes wrong on purpose; the rules are below")
    private String faults;

    @Option(names = "--fault-seed", defaultValue = "1", paramLabel = "N", description = "the same seed makes the same ones fail (default ${DEFAULT-VALUE})")
    private long faultSeed;

    @Option(names = "--simulate-traffic", description = "a busy shop: CreateOrder takes 100 to 4000 ms longer")
    private boolean simulateTraffic;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        check("--port", port);
        check("--aws-port", awsPort);
        if (minFree < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--min-free must be 0 or more megabytes");
        }
        FaultPlan plan = faults();
        LaptopCloud cloud = LaptopCloud.start(new LaptopCloud.Settings(
                Stampede.root(),
                Stampede.root().resolve("cdk.out"),
                state == null ? Stampede.state() : state.toAbsolutePath(),
                port,
                awsPort,
                retryAfter(),
                UpCommand::say)
                .withFaults(plan)
                .withMinFree((long) minFree << 20)
                .withProgram(DemoShop.program(UpCommand::say)));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println();
            System.out.println("Stopping ...");
            cloud.close();
            stopped.countDown();
        }));
        welcome(cloud);
        stopped.await();
        return 0;
    }

    private static void say(String line) {
        System.out.println(Ansi.AUTO.string("@|faint stampede|@ ") + line);
    }

    private void welcome(LaptopCloud cloud) {
        System.out.println(Ansi.AUTO.string("""

                @|bold,green The shop is open.|@

                  Shop          @|bold %1$s|@
                  API           %1$s/api/products
                  Mail          %1$s/_local/mail
                  AWS endpoint  %2$s   (aws --endpoint-url %2$s dynamodb scan --table-name Orders)
                """.formatted(cloud.site(), cloud.awsEndpoint())));
        cloud.demoUsers().forEach(user -> System.out.println(
                "  Demo user     " + user.email() + " / " + user.password() + " (" + user.group() + ")"));
        cloud.faults().plan().rules().forEach(rule -> System.out.println("  Fault         " + rule));
        System.out.println(Ansi.AUTO.string("""

                  ./stampede logs             follow all functions
                  ./stampede trace ORDER_ID   one order's journey
                  Ctrl-C                      stop; what was ordered is kept until ./stampede reset
                """));
    }

    private void check(String option, int value) {
        if (value < 1 || value > HIGHEST_PORT) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " must be 1 to " + HIGHEST_PORT);
        }
    }

    private FaultPlan faults() {
        try {
            return FaultPlan.parse(simulateTraffic ? faults + "," + BUSY_SHOP : faults, faultSeed);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Optional<Duration> retryAfter() {
        if (retryAfter.equals("template")) {
            return Optional.empty();
        }
        if (!retryAfter.matches("\\d{1,5}")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--retry-after takes a number of seconds or 'template'");
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
}
