package dev.stampede.fraud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.wire.EventJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class FraudHandler implements RequestStreamHandler {

    private final ScoreOrder scoreOrder;
    private final OwnQueue queue;

    public FraudHandler() {
        this(System.getenv());
    }

    public FraudHandler(Map<String, String> env) {
        this(wire(env), SqsOwnQueue.of(env));
    }

    public FraudHandler(ScoreOrder scoreOrder, OwnQueue queue) {
        this.scoreOrder = scoreOrder;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forEach(
                in, out, SqsBatch.orLater(queue, message -> scoreOrder.on(EventJson.read(message.body()))));
    }

    private static ScoreOrder wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        InstantSource clock = InstantSource.system();
        return new ScoreOrder(
                FraudRule.all(),
                new DynamoDbFraudSignals(dynamoDb, Environment.required(env, "FRAUD_SIGNALS_TABLE"), clock),
                new DynamoDbOrderTransitions(dynamoDb, Environment.required(env, "ORDERS_TABLE")),
                clock);
    }
}
