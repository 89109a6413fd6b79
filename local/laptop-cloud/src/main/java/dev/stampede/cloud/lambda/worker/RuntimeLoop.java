package dev.stampede.cloud.lambda.worker;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A runtime interface client in plain Java, for systems that AWS's has no native library for. Stream handlers only.
final class RuntimeLoop {

    private static final String API = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";
    private final RequestStreamHandler handler;

    private RuntimeLoop(RequestStreamHandler handler) {
        this.handler = handler;
    }

    public static void main(String[] args) throws IOException {
        // The JDK keeps five connections alive otherwise; each thread here holds one.
        System.setProperty("http.maxConnections", "64");
        RuntimeLoop loop;
        try {
            Class<?> type = Class.forName(args[0].replaceFirst("::handleRequest$", ""));
            loop = new RuntimeLoop((RequestStreamHandler) type.getConstructor().newInstance());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Throwable cause = e instanceof java.lang.reflect.InvocationTargetException wrapped ? wrapped.getCause() : e;
            post("init/error", json(cause == null ? e : cause));
            System.exit(1);
            return;
        }
        int threads = Integer.parseInt(System.getenv("AWS_LAMBDA_MAX_CONCURRENCY"));
        for (int i = 0; i < threads; i++) {
            new Thread(loop::run, "handler-" + i).start();
        }
    }

    private void run() {
        try {
            while (true) {
                serveOne();
            }
        } catch (IOException e) {
            // The Runtime API is gone, and so is the reason to stay.
            System.exit(1);
        }
    }

    private void serveOne() throws IOException {
        HttpURLConnection next = open("invocation/next");
        byte[] event;
        try (InputStream body = next.getInputStream()) {
            event = body.readAllBytes();
        }
        String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
        WorkerContext context = new WorkerContext(
                id,
                next.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"),
                Long.parseLong(next.getHeaderField("Lambda-Runtime-Deadline-Ms")));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, context);
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            post("invocation/" + id + "/error", json(e));
            return;
        }
        post("invocation/" + id + "/response", answer.toByteArray());
    }

    private static void post(String path, byte[] body) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
        // Read to its end, or the connection is not used again. A refusal concerns an invocation that timed out.
        try (InputStream rest =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            rest.readAllBytes();
        }
    }

    private static HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(API + path).toURL().openConnection();
    }

    private static byte[] json(Throwable e) {
        String trace = Arrays.stream(e.getStackTrace())
                .map(frame -> quoted(frame.toString()))
                .collect(Collectors.joining(",", "[", "]"));
        return ("{\"errorMessage\":" + quoted(String.valueOf(e.getMessage())) + ",\"errorType\":"
                + quoted(e.getClass().getName()) + ",\"stackTrace\":" + trace + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
