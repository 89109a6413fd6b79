package dev.stampede.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;

/// Says that requests reach functions. It asks nothing of the tables: a probe must not cost what it watches.
public final class HealthHandler implements RequestStreamHandler {

    private final String stage;

    public HealthHandler() {
        this(System.getenv());
    }

    public HealthHandler(Map<String, String> env) {
        this(Environment.required(env, "STAGE"));
    }

    public HealthHandler(String stage) {
        this.stage = Objects.requireNonNull(stage, "STAGE");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, _ -> HttpResponse.ok("The shop is open", Json.object("status", "UP", "stage", stage)));
    }
}
