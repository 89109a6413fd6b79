package dev.stampede.analytics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class AnalyticsHandler implements RequestStreamHandler {

    private final ProjectSales projectSales;
    private final OwnQueue queue;

    public AnalyticsHandler() {
        this(System.getenv());
    }

    public AnalyticsHandler(Map<String, String> env) {
        this(wire(env), SqsOwnQueue.of(env));
    }

    public AnalyticsHandler(ProjectSales projectSales, OwnQueue queue) {
        this.projectSales = projectSales;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forBatch(in, out, EventJson::read, OrderEvent::id, queue, projectSales::project);
    }

    private static ProjectSales wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new ProjectSales(
                new DynamoDbSalesMetrics(
                        dynamoDb, Environment.required(env, "SALES_METRICS_TABLE"), InstantSource.system()),
                Backoff.fullJitter());
    }
}
