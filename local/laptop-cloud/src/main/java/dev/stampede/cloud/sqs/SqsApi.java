package dev.stampede.cloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.gateway.Xml;
import dev.stampede.cloud.iam.Access;
import dev.stampede.cloud.sqs.engine.QueryProtocol;
import dev.stampede.cloud.sqs.engine.SqsEngine;
import dev.stampede.cloud.sqs.engine.SqsException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// SQS in both of its protocols.
public final class SqsApi implements Api {

    private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:";
    private static final String QUEUE_URL = "QueueUrl";

    private final SqsEngine engine;
    private final Consumer<SqsException> outOfService;

    /// @param outOfService told of a call that was not served because it could not be kept
    public SqsApi(SqsEngine engine, Consumer<SqsException> outOfService) {
        this.engine = engine;
        this.outOfService = outOfService;
    }

    /// A batch needs what its single call needs.
    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of(new Access("sqs:" + request.operation().replaceFirst("Batch$", ""), queueArn(request)));
    }

    private static String queueArn(AwsRequest request) {
        String queue = Stream.of(request.text(QUEUE_URL), queuePath(request), request.text("QueueName"))
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
        boolean query = request.protocol() == Protocol.QUERY;
        try {
            ObjectNode answer = engine.call(request.operation(), parameters(request), request.caller().session());
            return query ? Answer.xml(QueryProtocol.answer(request.operation(), answer)) : Answer.json(answer);
        } catch (SqsException e) {
            SqsException.Code code = e.code();
            if (!code.isSendersFault()) {
                outOfService.accept(e);
            }
            if (query) {
                return Answer.refusal(code.status(), Protocol.QUERY.contentType, code.queryCode(),
                        Xml.bytes(QueryProtocol.error(e)), Map.of());
            }
            byte[] body =
                    Protocol.json(Map.of("__type", "com.amazonaws.sqs#" + code.shape(), "message", e.getMessage()));
            return Answer.refusal(code.status(), Protocol.JSON.contentType, code.shape(), body, Map.of(
                    "x-amzn-query-error", code.queryCode() + (code.isSendersFault() ? ";Sender" : ";Receiver")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return request.refuse(503, "ServiceUnavailable", "The laptop cloud is closing.");
        }
    }

    private static JsonNode parameters(AwsRequest request) {
        if (request.protocol() != Protocol.QUERY) {
            return request.json();
        }
        ObjectNode parameters = QueryProtocol.json(request.operation(), request.form().parameters());
        String path = queuePath(request);
        if (!path.isEmpty() && !parameters.has(QUEUE_URL)) {
            parameters.put(QUEUE_URL, path);
        }
        return parameters;
    }

    @Override
    public Answer denied(AwsRequest request, String sentence) {
        return request.refuse(
                403, request.protocol() == Protocol.QUERY ? "AccessDenied" : "AccessDeniedException", sentence);
    }
}
