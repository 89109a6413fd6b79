package dev.stampede.cloud.lambda;

import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.Access;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda's Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
public final class LambdaApi implements Api {

    private static final Pattern PATH =
            Pattern.compile("/2015-03-31/functions/([^/]+)/invocations(?:\\?.*?Qualifier=([^&]+).*)?.*");
    private static final String FUNCTION_ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

    private final CompletableFuture<Invoker> invoker = new CompletableFuture<>();
    private final AsyncInvocations async;

    public LambdaApi(AsyncInvocations async) {
        this.async = async;
    }

    public void connect(Invoker functions) {
        invoker.complete(functions);
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of(new Access("lambda:InvokeFunction", function(request)));
    }

    @Override
    public Answer throttled(AwsRequest request) {
        return request.refuse(429, "TooManyRequestsException", "Rate Exceeded.");
    }

    @Override
    public Answer handle(AwsRequest request) {
        String function = function(request);
        if (!async.knows(function)) {
            return request.refuse(404, "ResourceNotFoundException", "Function not found: " + function);
        }
        return switch (request.headers().getOrDefault("x-amz-invocation-type", "RequestResponse")) {
            case "DryRun" -> answer(204, new byte[0], Map.of());
            case "Event" -> {
                async.enqueue(function, request.body());
                yield answer(202, new byte[0], Map.of());
            }
            default -> invoke(request, function);
        };
    }

    private Answer invoke(AwsRequest request, String function) {
        try {
            return switch (invoker.join().invoke(function, request.body()).join()) {
                case Invoker.Result.Success(byte[] payload) -> answer(200, payload,
                        Map.of("X-Amz-Executed-Version", "1"));
                case Invoker.Result.FunctionError(byte[] payload) -> answer(200, payload,
                        Map.of("X-Amz-Executed-Version", "1", "X-Amz-Function-Error", "Unhandled"));
                case Invoker.Result.Throttled _ -> throttled(request);
            };
        } catch (CompletionException e) {
            return request.refuse(500, "ServiceException", "The function could not be invoked.");
        }
    }

    private static Answer answer(int status, byte[] payload, Map<String, String> headers) {
        return new Answer(status, Protocol.REST_JSON.contentType, payload, headers, Answer.OK);
    }

    private static String function(AwsRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return "*";
        }
        String name = java.net.URLDecoder.decode(path.group(1), java.nio.charset.StandardCharsets.UTF_8);
        return (name.startsWith("arn:") ? name : FUNCTION_ARN + name)
                + (path.group(2) == null ? "" : ":" + path.group(2));
    }
}
