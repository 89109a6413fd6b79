package dev.stampede.dynamodb.http;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import dev.stampede.store.StoreException;
import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;

/// The engine as a program: `java -cp ... dev.stampede.dynamodb.http.Main --help`.
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            run(Options.parse(List.of(arguments)));
        } catch (Options.Wrong e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        } catch (IOException | StoreException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException {
        Settings settings = new Settings(
                InstantSource.system(), options.region(), options.account(), options.limits(), System.err::println);
        DynamoDb engine =
                options.folder() == null ? DynamoDb.inMemory(settings) : DynamoDb.open(options.folder(), settings);
        DynamoDbServer server;
        try {
            server = DynamoDbServer.start(engine, options.port(), options.pages());
        } catch (BindException e) {
            engine.close();
            throw new IOException("Port " + options.port() + " is taken; --port takes another", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            engine.close();
        }));
        System.out.println("DynamoDB at " + server.endpoint() + ", tables "
                + (options.folder() == null ? "in memory" : "in " + options.folder()));
    }
}
