package dev.stampede.cloud.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Small handlers with one trait each; the tests pack them into a function's jar.
public final class Handlers {

    private Handlers() {}

    public static final class Echo implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            System.out.println("echo of " + context.getAwsRequestId());
            in.transferTo(out);
        }
    }

    /// Answers with a file of its jar.
    public static final class Marked implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            try (InputStream mark = Handlers.class.getResourceAsStream("mark.json")) {
                mark.transferTo(out);
            }
        }
    }

    public static final class Throwing implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            throw new IllegalStateException("no \"luck\"");
        }
    }

    public static final class BrokenInit implements RequestStreamHandler {
        public BrokenInit() {
            System.out.println("constructing");
            throw new IllegalStateException("TABLE is not set");
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {}
    }

    public static final class DyingInit implements RequestStreamHandler {
        public DyingInit() {
            System.out.println("constructing");
            System.out.flush();
            Runtime.getRuntime().halt(3);
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {}
    }

    /// Does what its event says: `"hang"`, `"exit"`, `"large"`; echoes any other.
    public static final class Obedient implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String answer = switch (event) {
                case "\"hang\"" -> {
                    while (true) {
                        LockSupport.park();
                    }
                }
                case "\"exit\"" -> {
                    Runtime.getRuntime().halt(7);
                    yield "";
                }
                case "\"large\"" -> '"' + "x".repeat(7 * 1024 * 1024) + '"';
                default -> event;
            };
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Answers each only when as many as the event says are here at once, in one process.
    public static final class Together implements RequestStreamHandler {
        private final CountDownLatch all = new CountDownLatch(Integer.parseInt(System.getenv("TOGETHER")));

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            all.countDown();
            try {
                boolean together = all.await(20, TimeUnit.SECONDS);
                out.write((together + " " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Tells what it can see of its surroundings.
    public static final class Surroundings implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            StringBuilder all = new StringBuilder();
            System.getenv().forEach((name, value) -> all.append(name).append('=').append(value).append('\n'));
            all.append("heap=").append(Runtime.getRuntime().maxMemory() / 1048576).append('\n');
            all.append("function=").append(context.getFunctionName()).append('\n');
            all.append("arn=").append(context.getInvokedFunctionArn()).append('\n');
            all.append("remaining=").append(context.getRemainingTimeInMillis()).append('\n');
            out.write(all.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
