package dev.stampede.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import dev.stampede.cloud.iam.IssuedKeys;
import dev.stampede.cloud.iam.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells from an HTTP request which service, operation and caller it is.
public final class RequestReader {

    /// Lambda takes 6 MB, nothing else here as much.
    public static final int MAX_BODY = 6 * 1024 * 1024;

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");
    private static final Pattern INVOCATION = Pattern.compile("/2015-03-31/functions/[^/]+/invocations.*");
    private static final Map<String, String> SERVICE_BY_TARGET = Map.of(
            "DynamoDB_20120810", "dynamodb",
            "DynamoDBStreams_20120810", "dynamodb",
            "AmazonSQS", "sqs",
            "AWSCognitoIdentityProviderService", "cognito-idp",
            "secretsmanager", "secretsmanager");
    /// The query protocol names its API by a date.
    private static final Map<String, String> SERVICE_BY_VERSION = Map.of(
            "2012-11-05", "sqs",
            "2010-03-31", "sns",
            "2010-12-01", "ses",
            "2011-06-15", "sts");

    private final IssuedKeys keys;

    public RequestReader(IssuedKeys keys) {
        this.keys = keys;
    }

    /// How reading a request ended.
    public sealed interface Read {
        record Call(AwsRequest request) implements Read {}

        record Refused(Answer answer) implements Read {}
    }

    public Read read(HttpExchange exchange) throws IOException {
        String target = header(exchange, "X-Amz-Target").orElse("");
        String path = exchange.getRequestURI().toString();
        String contentType = header(exchange, "Content-Type").orElse("");
        boolean rest = INVOCATION.matcher(path).matches();
        Protocol protocol = rest ? Protocol.REST_JSON : target.isEmpty() ? Protocol.QUERY : Protocol.JSON;
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return refused(protocol, 413, "RequestEntityTooLargeException",
                    "Request must be smaller than 6291456 bytes");
        }
        Matcher credential = CREDENTIAL.matcher(header(exchange, "Authorization").orElse(""));
        if (!credential.find()) {
            return refused(protocol, 403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        }
        Optional<Principal> caller = keys.caller(credential.group(1));
        if (caller.isEmpty()) {
            return refused(protocol, 403, "ExpiredTokenException",
                    "The security token included in the request is expired");
        }
        Form form = protocol == Protocol.QUERY ? Form.parse(new String(body, StandardCharsets.UTF_8)) : Form.EMPTY;
        JsonNode json = MissingNode.getInstance();
        if (protocol == Protocol.JSON) {
            Optional<JsonNode> parsed = parse(body);
            if (parsed.isEmpty()) {
                return refused(protocol, 400, "SerializationException", "The request is no JSON object");
            }
            json = parsed.get();
        }
        Optional<String> service = rest
                ? Optional.of("lambda")
                : protocol == Protocol.JSON
                        ? Optional.ofNullable(SERVICE_BY_TARGET.get(target.replaceFirst("\\..*", "")))
                        : form.find("Version").map(SERVICE_BY_VERSION::get);
        if (service.isEmpty()) {
            return refused(protocol, 400, "UnknownOperationException", "The laptop cloud does not serve "
                    + (target.isEmpty() ? form.text("Action") + " " + path : target));
        }
        String operation = switch (protocol) {
            case JSON -> target.replaceFirst("^[^.]*\\.", "");
            case QUERY -> form.text("Action");
            case REST_JSON -> "Invoke";
        };
        Map<String, String> headers = Map.of(
                "x-amz-invocation-type", header(exchange, "X-Amz-Invocation-Type").orElse("RequestResponse"));
        return new Read.Call(new AwsRequest(
                service.get(), operation, protocol, caller.get(), target, path, contentType, headers, body, json,
                form));
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            JsonNode json = body.length == 0 ? Protocol.MAPPER.createObjectNode() : Protocol.MAPPER.readTree(body);
            return Optional.of(json).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Read refused(Protocol protocol, int status, String code, String message) {
        return new Read.Refused(protocol.error(status, code, message));
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
