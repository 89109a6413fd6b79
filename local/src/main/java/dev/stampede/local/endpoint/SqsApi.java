package dev.stampede.local.endpoint;

import dev.stampede.local.engine.SqsEngine;
import dev.stampede.local.iam.Access;
import java.util.List;

/// SQS in both of its protocols, forwarded to ElasticMQ.
final class SqsApi implements Api {

    private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private final SqsEngine engine;

    SqsApi(SqsEngine engine) {
        this.engine = engine;
    }

    /// A batch needs what its single call needs.
    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of(new Access("sqs:" + request.operation().replaceFirst("Batch$", ""), queueArn(request)));
    }

    private static String queueArn(AwsRequest request) {
        String url = request.text("QueueUrl");
        // In the query protocol the request may go to the queue's URL instead of naming it.
        String queue = !url.isEmpty() ? url : request.protocol() == Protocol.QUERY && request.path().matches("/\\d{12}/.+")
                ? request.path().replaceFirst("\\?.*", "") : request.text("QueueName");
        if (!queue.isEmpty()) {
            return QUEUE_ARN + queue.substring(queue.lastIndexOf('/') + 1);
        }
        String source = request.text("SourceArn");
        return source.isEmpty() ? "*" : source;
    }

    @Override
    public Answer handle(AwsRequest request) {
        return Answer.of(engine.send(request.path(), request.target(), request.contentType(), request.body()));
    }

    @Override
    public Answer denied(AwsRequest request, String sentence) {
        return request.refuse(403, request.protocol() == Protocol.QUERY ? "AccessDenied" : "AccessDeniedException", sentence);
    }

    @Override
    public Answer throttled(AwsRequest request) {
        return request.refuse(400, "ThrottlingException", "Rate exceeded");
    }
}
