package dev.stampede.cloud.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.sqs.engine.SqsEngine;
import dev.stampede.cloud.sqs.engine.SqsException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts what could not be delivered into a queue, and notes it.
public final class DeadLetters {

    private final Map<String, Resource> queues = new TreeMap<>();
    private final SqsEngine engine;
    private final Journal journal;

    public DeadLetters(Template template, SqsEngine engine, Journal journal) {
        template.ofType("AWS::SQS::Queue").forEach(queue -> queues.put(queue.arn(), queue));
        this.engine = engine;
        this.journal = journal;
    }

    public Optional<Resource> queue(String arn) {
        return Optional.ofNullable(queues.get(arn));
    }

    /// @param actor  whose delivery failed
    /// @param reason why, one sentence
    public void put(String actor, Resource queue, String body, Map<String, String> attributes, String reason) {
        ObjectNode request = Protocol.MAPPER.createObjectNode().put("QueueUrl", queue.ref()).put("MessageBody", body);
        ObjectNode all = request.putObject("MessageAttributes");
        attributes.forEach((name, value) -> all.putObject(name).put("DataType", "String").put("StringValue", value));
        long start = System.nanoTime();
        String outcome;
        try {
            engine.call("SendMessage", request);
            outcome = reason;
        } catch (SqsException e) {
            outcome = "lost: " + reason + ", and " + e.getMessage();
        }
        note(actor, queue.name(), body, outcome, (System.nanoTime() - start) / 1000);
    }

    /// There is no queue for it, or none it may be put into: AWS drops it too, and counts it in a metric.
    public void lost(String actor, String body, String reason) {
        note(actor, "none", body, "lost: " + reason, 0);
    }

    private void note(String actor, String target, String body, String outcome, long micros) {
        journal.note(new Journal.Hop(
                Instant.now(), "dead-letter", actor, target, "SendMessage", outcome, micros, OrderIds.in(body)));
    }
}
