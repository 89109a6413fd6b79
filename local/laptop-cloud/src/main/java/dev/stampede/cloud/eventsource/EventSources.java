package dev.stampede.cloud.eventsource;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.iam.Roles;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.DiskWatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// All pollers and schedules of a template, running until closed.
public final class EventSources implements AutoCloseable {

    /// What holds for every source.
    ///
    /// @param retryAfter when what failed may come again; empty leaves it to queue and stream as Lambda does
    /// @param journal    told of every batch that is handed over
    /// @param complain   takes a sentence when a poller cannot do its work
    /// @param faults     asked what goes wrong on the way
    /// @param disk       nothing is handed over while it is full
    public record Settings(
            Optional<Duration> retryAfter, Journal journal, Consumer<String> complain, FaultInjector faults,
            DiskWatch disk) {}

    private static final Duration LAST_BATCHES = Duration.ofSeconds(2);

    private final List<Thread> pollers = new ArrayList<>();
    private final List<QueueSource> queues = new ArrayList<>();
    private final Schedules schedules;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    /// @param endpoint   the AWS endpoint
    /// @param invokeLater takes a function and an event for asynchronous invocation, with Lambda's own retries
    /// @param state      the folder that keeps how far streams were read
    public EventSources(Template template, URI endpoint, Invoker invoker, BiConsumer<String, byte[]> invokeLater,
            Roles roles, Path state, Settings settings) {
        for (Resource mapping : template.ofType("AWS::Lambda::EventSourceMapping")) {
            if (mapping.optionalText("Enabled").filter("false"::equals).isPresent()) {
                continue;
            }
            Resource function = function(template, mapping.text("FunctionName"));
            AwsCalls aws = new AwsCalls(http, endpoint, roles.assume(function.text("Role"), function.name()));
            String source = mapping.text("EventSourceArn");
            Optional<Resource> queue = template.find("AWS::SQS::Queue", source);
            if (queue.isPresent()) {
                QueueSource poller = new QueueSource(mapping, queue.get(), function.name(), aws, invoker, settings);
                queues.add(poller);
                start(function, poller);
            } else if (source.contains("/stream/")) {
                Checkpoints checkpoints = new Checkpoints(
                        state.resolve(mapping.name() + ".checkpoints"), settings.disk());
                start(function, new StreamSource(mapping, function.name(), aws, invoker, checkpoints, settings));
            } else {
                throw new UnsupportedTemplateException(
                        "The laptop cloud cannot poll " + source + " (" + mapping.logicalId() + ").");
            }
        }
        this.schedules = new Schedules(template, invokeLater);
    }

    /// @param reference a function's name or ARN, with or without version or alias
    private static Resource function(Template template, String reference) {
        String name = reference.split(":")[reference.startsWith("arn:") ? 6 : 0];
        return template.find("AWS::Lambda::Function", name)
                .orElseThrow(() -> new UnsupportedTemplateException("No function " + reference + " in the template."));
    }

    private void start(Resource function, Runnable poller) {
        pollers.add(Thread.ofVirtual().name("poller-" + function.name()).start(poller));
    }

    /// Nothing is polled or scheduled any more; what functions are working on goes on.
    public void stop() {
        schedules.close();
        pollers.forEach(Thread::interrupt);
    }

    /// Waits for the last batches to be settled; to be called when the functions have ended.
    @Override
    public void close() {
        stop();
        try {
            for (QueueSource queue : queues) {
                queue.awaitSettled(LAST_BATCHES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
