package dev.stampede.dynamodb.http;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Lets clients of the AWS SDK for Java reach an engine in their own process, without a socket. The endpoint, region
/// and credentials that they are given do not matter. The engine is not closed with it.
public final class InProcessHttpClient implements SdkHttpClient {

    private static final int OK = 200;

    private final DynamoDb engine;

    public InProcessHttpClient(DynamoDb engine) {
        this.engine = engine;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                // A call is over before anybody could.
            }
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        try {
            String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse(null);
            String operation = Target.operation(target, engine);
            return response(OK, Wire.write(engine.call(operation, Wire.read(body(request))).body()));
        } catch (DynamoDbException e) {
            return response(e.status(), Wire.write(Errors.body(e)));
        }
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = request.contentStreamProvider().get().newStream()) {
            return in.readAllBytes();
        }
    }

    private static HttpExecuteResponse response(int status, byte[] body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public String clientName() {
        return "InProcess";
    }

    @Override
    public void close() {
        // Nothing of it is open.
    }
}
