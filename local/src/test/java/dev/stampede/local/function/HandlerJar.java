package dev.stampede.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Packs a function's jar of small handlers with one trait each.
final class HandlerJar {

    private static final String SOURCE = """
            package handlers;

            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
            import java.io.IOException;
            import java.io.InputStream;
            import java.io.OutputStream;
            import java.nio.charset.StandardCharsets;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.atomic.AtomicInteger;

            abstract class Handlers {
                static void write(OutputStream out, String text) throws IOException {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }

            class Echo implements RequestStreamHandler {
                public Echo() {}
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    System.out.println("echo of " + context.getAwsRequestId());
                    in.transferTo(out);
                }
            }

            class Marked implements RequestStreamHandler {
                public Marked() {}
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    Handlers.write(out, "\\"MARK\\"");
                }
            }

            class Throwing implements RequestStreamHandler {
                public Throwing() {}
                public void handleRequest(InputStream in, OutputStream out, Context context) {
                    throw new IllegalStateException("no \\"luck\\"");
                }
            }

            class BrokenInit implements RequestStreamHandler {
                public BrokenInit() {
                    System.out.println("constructing");
                    throw new IllegalStateException("TABLE is not set");
                }
                public void handleRequest(InputStream in, OutputStream out, Context context) {}
            }

            class DyingInit implements RequestStreamHandler {
                public DyingInit() {
                    Runtime.getRuntime().halt(3);
                }
                public void handleRequest(InputStream in, OutputStream out, Context context) {}
            }

            class Told implements RequestStreamHandler {
                public Told() {}
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    if (event.contains("hang")) {
                        new CountDownLatch(1).awaitUninterruptibly();
                    }
                    if (event.contains("exit")) {
                        System.exit(7);
                    }
                    if (event.contains("pause")) {
                        pause();
                    }
                    Handlers.write(out, event.contains("big") ? '"' + "x".repeat(7 * 1024 * 1024) + '"' : event);
                }
                private static void pause() {
                    try {
                        Thread.sleep(600);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }

            class Together implements RequestStreamHandler {
                private final AtomicInteger now = new AtomicInteger();
                private final CountDownLatch all = new CountDownLatch(Integer.parseInt(System.getenv("TOGETHER")));
                public Together() {}
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    all.countDown();
                    try {
                        Handlers.write(out, String.valueOf(all.await(20, TimeUnit.SECONDS)));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }

            class Environment implements RequestStreamHandler {
                public Environment() {}
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    StringBuilder all = new StringBuilder();
                    System.getenv().forEach((name, value) -> all.append(name).append('=').append(value).append('\\n'));
                    all.append("heap=").append(Runtime.getRuntime().maxMemory() / 1048576).append('\\n');
                    all.append("name=").append(context.getFunctionName()).append('\\n');
                    all.append("arn=").append(context.getInvokedFunctionArn()).append('\\n');
                    all.append("remaining=").append(context.getRemainingTimeInMillis()).append('\\n');
                    Handlers.write(out, all.toString());
                }
            }
            """.replace("new CountDownLatch(1).awaitUninterruptibly();", "while (true) { java.util.concurrent.locks.LockSupport.park(); }");

    private HandlerJar() {}

    /// @param mark what `Marked` answers
    static void pack(Path jar, Path runtimeJars, String mark) {
        try {
            Path folder = Files.createTempDirectory(jar.getParent(), "handlers");
            Path source = folder.resolve("Handlers.java");
            // Public, as Lambda asks of a handler; one file for all would not allow that of the compiler.
            Files.writeString(source, SOURCE.replace("MARK", mark));
            String classPath = runtimeJars.resolve("aws-lambda-java-core-1.4.0.jar").toString();
            int problems = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
            if (problems != 0) {
                throw new IllegalStateException("the handlers do not compile");
            }
            Path partial = folder.resolve("function.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(partial));
                    Stream<Path> files = Files.walk(folder.resolve("handlers"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                    Files.copy(file, out);
                }
            }
            Files.move(partial, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
