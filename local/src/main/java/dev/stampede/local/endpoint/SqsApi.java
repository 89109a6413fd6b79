package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.local.engine.SqsEngine;
import dev.stampede.local.iam.Access;
import dev.stampede.local.template.Resource;
import dev.stampede.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQS in both of its protocols, forwarded to ElasticMQ.
final class SqsApi implements Api {

    private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private final SqsEngine engine;
    /// ARNs of the queues that a dead-letter queue serves.
    private final Map<String, List<String>> sources;

    SqsApi(SqsEngine engine, Template template) {
        this.engine = engine;
        this.sources = template.ofType("AWS::SQS::Queue").stream()
                .filter(queue -> queue.optionalText("RedrivePolicy/deadLetterTargetArn").isPresent())
                .collect(Collectors.groupingBy(
                        queue -> queue.text("RedrivePolicy/deadLetterTargetArn"),
                        Collectors.mapping(Resource::arn, Collectors.toList())));
    }

    /// A batch needs what its single call needs.
    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of(new Access("sqs:" + request.operation().replaceFirst("Batch$", ""), queueArn(request)));
    }

    private static String queueArn(AwsRequest request) {
        String queue = Stream.of(request.text("QueueUrl"), queuePath(request), request.text("QueueName"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        if (!queue.isEmpty()) {
            return QUEUE_ARN + queue.substring(queue.lastIndexOf('/') + 1);
        }
        String source = request.text("SourceArn");
        return source.isEmpty() ? "*" : source;
    }

    /// In the query protocol a request may go to the queue's URL instead of naming it.
    private static String queuePath(AwsRequest request) {
        String path = request.path().replaceFirst("\\?.*", "");
        return request.protocol() == Protocol.QUERY && path.matches("/\\d{12}/.+") ? path : "";
    }

    @Override
    public Answer handle(AwsRequest request) {
        return Answer.of(engine.send(request.path(), request.target(), request.contentType(), body(request)));
    }

    /// A redrive goes back where the messages came from. ElasticMQ knows that only of messages it moved itself, so
    /// where a dead-letter queue serves one queue that one is named.
    private byte[] body(AwsRequest request) {
        List<String> from = sources.getOrDefault(request.text("SourceArn"), List.of());
        return request.operation().equals("StartMessageMoveTask") && from.size() == 1
                        && request.json() instanceof ObjectNode json && !json.has("DestinationArn")
                ? Protocol.json(json.deepCopy().put("DestinationArn", from.getFirst()))
                : request.body();
    }

    @Override
    public Answer denied(AwsRequest request, String sentence) {
        return request.refuse(
                403, request.protocol() == Protocol.QUERY ? "AccessDenied" : "AccessDeniedException", sentence);
    }
}
