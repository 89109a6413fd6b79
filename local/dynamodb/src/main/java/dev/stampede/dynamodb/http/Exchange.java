package dev.stampede.dynamodb.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.store.StoreException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Answers one request. The order in which it can be refused is the service's.
final class Exchange implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());
    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final String JSON = "application/json";
    private static final int LONGEST_HEADERS = 16 * 1024;
    /// A request takes a multiple of its size in memory.
    private static final int AT_ONCE = 64;
    /// Their answers have no body, where those of others would be `{}`.
    private static final Set<String> SILENT = Set.of("TagResource", "UntagResource");

    private final DynamoDb engine;
    private final boolean pages;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Exchange(DynamoDb engine, boolean pages) {
        this.engine = engine;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        room.acquireUninterruptibly();
        try {
            Sending.send(exchange, answer(exchange));
        } catch (IOException | RuntimeException e) {
            exchange.close();
            throw e;
        } finally {
            room.release();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (tooLong(exchange)) {
            return Reply.HEADERS_TOO_LARGE;
        }
        Reply refusal = Origins.refuse(headers, pages);
        if (refusal != null) {
            return refusal;
        }
        String type = contentType(headers);
        byte[] body;
        try {
            body = Body.read(headers, exchange.getRequestBody());
        } catch (Body.TooLarge e) {
            return Reply.TOO_LARGE;
        } catch (IOException e) {
            return reply(fault("The body of the request cannot be unpacked"), type);
        }
        Origins.allow(exchange);
        if (exchange.getRequestMethod().equals("OPTIONS") && headers.containsKey("Origin")) {
            return Reply.NOTHING;
        }
        boolean root = exchange.getRequestURI().getPath().equals("/");
        if (exchange.getRequestMethod().equals("GET") && root) {
            return Reply.text(200, "healthy: " + headers.getFirst("Host") + " ");
        }
        boolean json = type.equals(JSON) || type.equals(JSON_1_0);
        if (!exchange.getRequestMethod().equals("POST") || !root || body.length > 0 && !json) {
            return Reply.UNKNOWN;
        }
        return operation(exchange, body, type);
    }

    private Reply operation(HttpExchange exchange, byte[] body, String type) {
        Headers headers = exchange.getRequestHeaders();
        try {
            ObjectNode request = body.length == 0 ? null : Wire.read(body);
            String operation = Target.operation(headers.getFirst("X-Amz-Target"), engine);
            Authentication.check(headers, exchange.getRequestURI());
            if (request == null) {
                throw Wire.unreadable();
            }
            ObjectNode answer = operation.equals(Target.OF_SERVER)
                    ? endpoints(headers.getFirst("Host"))
                    : engine.call(operation, request).body();
            return SILENT.contains(operation) ? Reply.NOTHING : new Reply(200, kind(type), Wire.write(answer), false);
        } catch (DynamoDbException e) {
            return reply(e, type);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The store failed", e);
            return reply(fault("The engine could not write to its files: nothing of the request was kept"), type);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed by a fault of the engine", e);
            return reply(fault("The request failed by a fault of the engine"), type);
        }
    }

    private static DynamoDbException fault(String message) {
        return new DynamoDbException("InternalServerError", 500, message, Map.of());
    }

    private static Reply reply(DynamoDbException refusal, String type) {
        return new Reply(refusal.status(), kind(type), Wire.write(Errors.body(refusal)), false);
    }

    private static String kind(String type) {
        return type.equals(JSON_1_0) ? JSON_1_0 : JSON;
    }

    private static String contentType(Headers headers) {
        String type = headers.getFirst("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip();
    }

    /// A client that looks the endpoint up finds the one that it asked.
    private static ObjectNode endpoints(String host) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("Endpoints").addObject().put("Address", host).put("CachePeriodInMinutes", 1440);
        return answer;
    }

    private static boolean tooLong(HttpExchange exchange) {
        int length = 0;
        for (var header : exchange.getRequestHeaders().entrySet()) {
            for (String value : header.getValue()) {
                length += header.getKey().length() + value.length();
            }
        }
        return length > LONGEST_HEADERS || exchange.getRequestURI().toString().length() > LONGEST_HEADERS;
    }
}
