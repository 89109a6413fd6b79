package dev.stampede.verification.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.analytics.AnalyticsHandler;
import dev.stampede.analytics.DynamoDbSalesMetrics;
import dev.stampede.analytics.ProjectSales;
import dev.stampede.email.DynamoDbMailLedger;
import dev.stampede.email.EmailHandler;
import dev.stampede.email.OrderMails;
import dev.stampede.email.SendOrderMail;
import dev.stampede.email.SesMailer;
import dev.stampede.fraud.DynamoDbFraudSignals;
import dev.stampede.fraud.FraudHandler;
import dev.stampede.fraud.FraudRule;
import dev.stampede.fraud.ScoreOrder;
import dev.stampede.fulfilment.DecideFraudHandler;
import dev.stampede.fulfilment.DeliverOrderHandler;
import dev.stampede.fulfilment.MoveOrder;
import dev.stampede.fulfilment.ReceiveReturnHandler;
import dev.stampede.fulfilment.RefundOrder;
import dev.stampede.fulfilment.RefundOrderHandler;
import dev.stampede.fulfilment.ShipOrderHandler;
import dev.stampede.inventory.DynamoDbStockLedger;
import dev.stampede.inventory.InventoryHandler;
import dev.stampede.inventory.MoveStock;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.DynamoDbOffers;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import dev.stampede.ordering.CancelOrderHandler;
import dev.stampede.ordering.ChangeOwnOrder;
import dev.stampede.ordering.CreateOrder;
import dev.stampede.ordering.CreateOrderHandler;
import dev.stampede.ordering.GetOrder;
import dev.stampede.ordering.OrderBrake;
import dev.stampede.ordering.RequestReturnHandler;
import dev.stampede.ordering.SqsOrderQueue;
import dev.stampede.payment.CircuitBreakerGateway;
import dev.stampede.payment.Holds;
import dev.stampede.payment.PaymentGateway;
import dev.stampede.payment.SettlePayment;
import dev.stampede.payment.SimulatedGateway;
import dev.stampede.reservation.DynamoDbDueOrders;
import dev.stampede.reservation.DynamoDbReservations;
import dev.stampede.reservation.ProcessOrder;
import dev.stampede.reservation.ProcessOrderHandler;
import dev.stampede.reservation.SweepOrders;
import dev.stampede.streamprocessor.PublishChanges;
import dev.stampede.streamprocessor.SnsEventPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The shop's own handlers, use cases and adapters, with simulated clients of AWS in place of the real ones.
final class Functions {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration UNANSWERED_HOLD = Duration.ofMinutes(2);
    private static final SigningKey RECEIPTS = () -> "simulation".getBytes(StandardCharsets.UTF_8);

    private final Cloud cloud;
    private final DynamoDbClient dynamoDb;
    private final long gatewayOutageFrom;

    final Instances<RequestStreamHandler> createOrder;
    final Instances<RequestStreamHandler> processOrder;
    final Instances<SettlePayment> payment;
    final Instances<RequestStreamHandler> fraud;
    final Instances<RequestStreamHandler> inventory;
    final Instances<RequestStreamHandler> email;
    final Instances<RequestStreamHandler> analytics;
    final Instances<PublishChanges> publishChanges;
    final Instances<RequestStreamHandler> cancelOrder;
    final Instances<RequestStreamHandler> requestReturn;
    final Instances<RequestStreamHandler> shipOrder;
    final Instances<RequestStreamHandler> deliverOrder;
    final Instances<RequestStreamHandler> refundOrder;
    final Instances<RequestStreamHandler> decideFraud;
    final Instances<RequestStreamHandler> receiveReturn;
    final Instances<SweepOrders> sweepOrders;

    Functions(Cloud cloud, SqsClient orders, SnsClient topic, SesClient mailbox, Function<String, OwnQueue> own) {
        this.cloud = cloud;
        this.dynamoDb = cloud.dynamoDb;
        this.gatewayOutageFrom = cloud.faults.strikes(Fault.GATEWAY_OUTAGE)
                ? cloud.scheduler.now() + cloud.dice.between(0L, 1_500_000L)
                : Long.MAX_VALUE;
        createOrder = http("CreateOrder", clock -> new CreateOrderHandler(new CreateOrder(
                new DynamoDbOffers(dynamoDb, "Products", "Stock"),
                DynamoDbRecordedOrders.eventuallyConsistent(dynamoDb, "Orders"),
                new SqsOrderQueue(orders, "Orders"), unbraked(clock), clock), RECEIPTS,
                cloud.dice.split().generator()));
        processOrder = workers("ProcessOrder", clock -> new ProcessOrderHandler(new ProcessOrder(
                new DynamoDbReservations(dynamoDb, "Orders", "Stock", "PurchaseLimits"), HOLD, backoff(), clock),
                own.apply("Orders")));
        cancelOrder = http("CancelOrder", clock -> new CancelOrderHandler(changeOwnOrder(clock)));
        requestReturn = http("RequestReturn", clock -> new RequestReturnHandler(changeOwnOrder(clock)));
        shipOrder = http("ShipOrder", clock -> new ShipOrderHandler(moveOrder(clock)));
        deliverOrder = http("DeliverOrder", clock -> new DeliverOrderHandler(moveOrder(clock)));
        refundOrder = http("RefundOrder", clock -> new RefundOrderHandler(new RefundOrder(moveOrder(clock))));
        decideFraud = http("DecideFraud", clock -> new DecideFraudHandler(moveOrder(clock)));
        receiveReturn = http("ReceiveReturn", clock -> new ReceiveReturnHandler(moveOrder(clock)));
        sweepOrders = cloud.instances("SweepOrders", clock -> new SweepOrders(
                new DynamoDbDueOrders(dynamoDb, "Orders"), transitions(), clock));
        payment = cloud.instances("Payment", clock -> new SettlePayment(
                new CircuitBreakerGateway(gateway(clock), clock), transitions(), new Holds(HOLD, UNANSWERED_HOLD),
                clock));
        fraud = workers("Fraud", clock -> new FraudHandler(new ScoreOrder(
                FraudRule.all(), new DynamoDbFraudSignals(dynamoDb, "FraudSignals", clock), transitions(), clock),
                own.apply("Fraud")));
        inventory = workers("Inventory", _ -> new InventoryHandler(new MoveStock(
                new DynamoDbStockLedger(dynamoDb, "Orders", "Stock", "PurchaseLimits"), backoff()),
                own.apply("Inventory")));
        email = workers("Email", clock -> new EmailHandler(new SendOrderMail(
                new OrderMails("https://shop.example"), new DynamoDbMailLedger(dynamoDb, "Emails", clock),
                new SesMailer(mailbox, "orders@shop.example")), own.apply("Email")));
        analytics = workers("Analytics", clock -> new AnalyticsHandler(new ProjectSales(
                new DynamoDbSalesMetrics(dynamoDb, "SalesMetrics", clock), backoff()), own.apply("Analytics")));
        publishChanges = cloud.instances("StreamProcessor",
                _ -> new PublishChanges(new SnsEventPublisher(cloud.bug.in(topic), "OrderEvents", backoff())));
    }

    /// Few shoppers order for a whole day here.
    private static OrderBrake unbraked(InstantSource clock) {
        return new OrderBrake((_, _, _) -> Optional.empty(), new OrderBrake.Bounds(1, 1), clock);
    }

    private Instances<RequestStreamHandler> http(String name, Function<InstantSource, RequestStreamHandler> factory) {
        return cloud.instances(name, factory);
    }

    /// Those behind a queue.
    private Instances<RequestStreamHandler> workers(String name,
            Function<InstantSource, RequestStreamHandler> factory) {
        return cloud.instances(name, clock -> cloud.bug.in(factory.apply(clock)));
    }

    private ChangeOwnOrder changeOwnOrder(InstantSource clock) {
        return new ChangeOwnOrder(
                new GetOrder(DynamoDbRecordedOrders.consistent(dynamoDb, "Orders"), RECEIPTS), transitions(), clock);
    }

    private MoveOrder moveOrder(InstantSource clock) {
        return new MoveOrder(
                DynamoDbRecordedOrders.consistent(dynamoDb, "Orders"), transitions(), clock);
    }

    private PaymentGateway gateway(InstantSource clock) {
        return cloud.bug.in(new SilentGateway(
                new SimulatedGateway(dynamoDb, "Payments", clock, time -> cloud.scheduler.pause(time.toMillis())),
                cloud.scheduler, cloud.faults, cloud.trace, gatewayOutageFrom));
    }

    private DynamoDbOrderTransitions transitions() {
        return new DynamoDbOrderTransitions(dynamoDb, "Orders");
    }

    /// Full jitter in virtual time.
    private Backoff backoff() {
        Dice dice = cloud.dice.split();
        return attempt -> cloud.scheduler.pause(dice.between(0L, 25L << Math.min(attempt, 4)));
    }
}
