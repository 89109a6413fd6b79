package dev.stampede.payment;

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

public final class PaymentHandler implements RequestStreamHandler {

    private final SettlePayment settlePayment;
    private final OwnQueue queue;

    public PaymentHandler() {
        this(System.getenv());
    }

    public PaymentHandler(Map<String, String> env) {
        this(wire(env), SqsOwnQueue.of(env));
    }

    public PaymentHandler(SettlePayment settlePayment, OwnQueue queue) {
        this.settlePayment = settlePayment;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forEachConcurrently(in, out, SqsBatch.orLater(queue,
                message -> settlePayment.on(EventJson.read(message.body()), message.receiveCount())));
    }

    private static SettlePayment wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        InstantSource clock = InstantSource.system();
        PaymentGateway provider =
                new SimulatedGateway(dynamoDb, Environment.required(env, "PAYMENTS_TABLE"), clock, Thread::sleep);
        return new SettlePayment(
                new CircuitBreakerGateway(provider, clock),
                new DynamoDbOrderTransitions(dynamoDb, Environment.required(env, "ORDERS_TABLE")),
                new Holds(
                        Environment.duration(env, "RESERVATION_HOLD"), Environment.duration(env, "UNANSWERED_HOLD")),
                clock);
    }
}
