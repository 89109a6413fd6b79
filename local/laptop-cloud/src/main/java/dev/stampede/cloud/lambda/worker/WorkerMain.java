package dev.stampede.cloud.lambda.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a worker runs: the runtime interface client, and beside it a watch over the laptop cloud. Standard input is a
/// pipe from there; it ends however that process ends, `kill -9` too, and then no worker stays.
///
/// Runs in the worker with no class of this project but `RuntimeLoop`.
public final class WorkerMain {

    /// Handlers to warm up before the loop, comma separated: set when an AOT cache is recorded.
    public static final String TRAIN = "stampede.train";
    public static final String RUNTIME = "stampede.runtime";

    private WorkerMain() {}

    public static void main(String[] args) throws Throwable {
        String train = System.getProperty(TRAIN, "");
        Thread watch = new Thread(() -> watchOver(train.isEmpty()), "laptop-cloud-watch");
        watch.setDaemon(true);
        watch.start();
        for (String handler : train.split(",")) {
            if (!handler.isEmpty()) {
                warmUp(handler);
            }
        }
        try {
            Class.forName(System.getProperty(RUNTIME)).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void watchOver(boolean serving) {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            // As good as its end.
        }
        if (serving) {
            Runtime.getRuntime().halt(1);
        }
        System.exit(0); // The orderly way: only then is an AOT cache written.
    }

    private static void warmUp(String handler) {
        try {
            Object instance = Class.forName(handler).getConstructor().newInstance();
            if (instance instanceof com.amazonaws.services.lambda.runtime.RequestStreamHandler stream) {
                byte[] event = Files.readAllBytes(Path.of(System.getProperty(TRAIN + ".event")));
                stream.handleRequest(
                        new ByteArrayInputStream(event), new ByteArrayOutputStream(), new WorkerContext("train"));
            }
        } catch (Throwable e) {
            // An event that is none of its own may well be refused; its classes are loaded all the same.
            System.out.println("trained " + handler + ": " + e);
        }
    }
}
