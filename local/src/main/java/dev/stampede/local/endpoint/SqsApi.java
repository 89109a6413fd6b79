package dev.stampede.local.endpoint;

import dev.stampede.local.engine.SqsEngine;
import dev.stampede.local.iam.Access;
import dev.stampede.local.template.Template;
import java.util.List;
import java.util.stream.Stream;

/// SQS in both of its protocols, forwarded to ElasticMQ.
final class SqsApi implements Api {

    private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private final SqsEngine engine;
    private final Redrives redrives;

    SqsApi(SqsEngine engine, Template template) {
        this.engine = engine;
        this.redrives = new Redrives(engine, template);
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
        return request.operation().equals("StartMessageMoveTask")
                ? redrives.start(request)
                : Answer.of(engine.send(request.path(), request.target(), request.contentType(), request.body()));
    }

    @Override
    public Answer denied(AwsRequest request, String sentence) {
        return request.refuse(
                403, request.protocol() == Protocol.QUERY ? "AccessDenied" : "AccessDeniedException", sentence);
    }
}
