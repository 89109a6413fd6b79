package dev.stampede.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.stampede.local.template.Resource;
import dev.stampede.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;

/// ElasticMQ. With a folder every message is kept in an H2 database: an answered send outlives the process, however that
/// ends, and one that cannot be kept is an error. Messages that were in flight are visible again after a restart, their
/// receive counts kept, but for those of the last half second before a kill.
public final class SqsEngine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SEND_FORM = Pattern.compile("(?:^|&)Action=SendMessage(?:Batch)?(?:&|$)");

    /// Pekko's own set-up logs at DEBUG and installs a shutdown hook that would end the engine before its callers.
    private static final Config CONFIG = ConfigFactory.parseString("""
            pekko.loggers = ["org.apache.pekko.event.Logging$DefaultLogger"]
            pekko.logging-filter = "org.apache.pekko.event.DefaultLoggingFilter"
            pekko.loglevel = ERROR
            pekko.stdout-loglevel = OFF
            pekko.daemonic = on
            pekko.actor.guardian-supervisor-strategy = "dev.stampede.local.engine.Resuming"
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.coordinated-shutdown.exit-jvm = off
            pekko.http.server.request-timeout = 40 s
            pekko.http.server.idle-timeout = 120 s
            """).withFallback(ConfigFactory.load());

    private final ActorSystem actors;
    private final Optional<QueueStore> store;
    private final SQSRestServer server;
    private final EngineClient client;

    private SqsEngine(ActorSystem actors, Optional<QueueStore> store, SQSRestServer server) {
        this.actors = actors;
        this.store = store;
        this.server = server;
        this.client = new EngineClient(server.waitUntilStarted().localAddress().getPort(), "sqs");
    }

    /// @param folder     where messages are kept; empty keeps them in memory
    /// @param publicPort the port in the queue URLs it hands out
    public static SqsEngine start(Optional<Path> folder, int publicPort) {
        ActorSystem actors = ActorSystem.create("sqs", CONFIG, SqsEngine.class.getClassLoader());
        Optional<QueueStore> store = folder.map(QueueStore::in);
        Optional<ActorRef> keeper = store.map(each -> actors.actorOf(each.actor()));
        ActorRef queues = actors.actorOf(Props.create(
                QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper.orElse(null))));
        SQSRestServer server = SQSRestServerBuilder.withActorSystem(actors)
                .withQueueManagerActor(queues)
                .withInterface("127.0.0.1")
                .withPort(0)
                .withServerAddress(NodeAddress.apply("http", "127.0.0.1", publicPort, ""))
                .withSQSLimits(StrictSQSLimits$.MODULE$)
                .withAWSRegion(Template.REGION)
                .withAWSAccountId(Template.ACCOUNT)
                .start();
        SqsEngine engine = new SqsEngine(actors, store, server);
        keeper.ifPresent(each -> restore(each, queues));
        return engine;
    }

    private static void restore(ActorRef keeper, ActorRef queues) {
        try {
            Object restored = Patterns.ask(keeper, new QueueEvent.Restore(queues), PATIENCE)
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (restored instanceof scala.util.Left<?, ?> failed) {
                throw new IllegalStateException("The queues kept on this machine cannot be read: " + failed.value());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The queues kept on this machine cannot be read. './stampede reset' forgets them.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Makes every queue what the template says; those that are there keep their messages. Redrive comes second: it
    /// names a queue that must be there.
    public void ensureQueues(List<Resource> queues) {
        queues.forEach(queue -> client.call("AmazonSQS.CreateQueue", Map.of("QueueName", queue.name())));
        queues.forEach(queue -> client.call("AmazonSQS.SetQueueAttributes", Map.of(
                "QueueUrl", queue.ref(), "Attributes", attributes(queue))));
    }

    private static Map<String, String> attributes(Resource queue) {
        if (queue.flag("FifoQueue")) {
            throw new dev.stampede.local.template.UnsupportedTemplateException(
                    "The laptop cloud does not know FIFO queues (" + queue.logicalId() + ").");
        }
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("VisibilityTimeout", Integer.toString(queue.integer("VisibilityTimeout", 30)));
        attributes.put("DelaySeconds", Integer.toString(queue.integer("DelaySeconds", 0)));
        attributes.put("ReceiveMessageWaitTimeSeconds",
                Integer.toString(queue.integer("ReceiveMessageWaitTimeSeconds", 0)));
        JsonNode redrive = queue.at("RedrivePolicy");
        if (redrive.isObject()) {
            attributes.put("RedrivePolicy", redrive.toString());
        }
        return attributes;
    }

    /// @param path the path of the request; in the query protocol it may name the queue
    public Reply send(String path, String target, String contentType, byte[] body) {
        Reply reply = client.send(path, target, contentType, body);
        if (reply.status() == 200 && (target.isEmpty() ? SEND_FORM.matcher(text(body)).find() : isSend(target))) {
            store.ifPresent(QueueStore::write);
        }
        return reply;
    }

    private static boolean isSend(String target) {
        return target.endsWith(".SendMessage") || target.endsWith(".SendMessageBatch");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// A call in the JSON protocol.
    ///
    /// @throws EngineException when the engine refuses
    public JsonNode call(String operation, Object body) {
        JsonNode answer = client.call("AmazonSQS." + operation, body);
        if (isSend("." + operation)) {
            store.ifPresent(QueueStore::write);
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
        actors.terminate();
        try {
            actors.getWhenTerminated().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("ElasticMQ does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.ifPresent(QueueStore::close);
    }
}
