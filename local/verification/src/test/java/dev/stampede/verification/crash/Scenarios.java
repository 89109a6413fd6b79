package dev.stampede.verification.crash;

import dev.stampede.analytics.AnalyticsHandler;
import dev.stampede.analytics.DynamoDbSalesMetrics;
import dev.stampede.analytics.ProjectSales;
import dev.stampede.cart.AddCartItem;
import dev.stampede.cart.AddCartItemHandler;
import dev.stampede.cart.Carts;
import dev.stampede.cart.DynamoDbCarts;
import dev.stampede.cart.MergeCart;
import dev.stampede.cart.MergeCartHandler;
import dev.stampede.cart.RemoveCartItem;
import dev.stampede.cart.RemoveCartItemHandler;
import dev.stampede.cart.SetCartItem;
import dev.stampede.cart.SetCartItemHandler;
import dev.stampede.catalog.CreateProductHandler;
import dev.stampede.catalog.DeleteProductHandler;
import dev.stampede.catalog.DynamoDbProductLedger;
import dev.stampede.catalog.DynamoDbProducts;
import dev.stampede.catalog.DynamoDbStockAdjustments;
import dev.stampede.catalog.RequestRestockNotice;
import dev.stampede.catalog.RequestRestockNoticeHandler;
import dev.stampede.catalog.SetStock;
import dev.stampede.catalog.SetStockHandler;
import dev.stampede.catalog.UpdateProductHandler;
import dev.stampede.email.DynamoDbGuestOrders;
import dev.stampede.email.DynamoDbKeptCodes;
import dev.stampede.email.DynamoDbMailLedger;
import dev.stampede.email.DynamoDbRestockNotices;
import dev.stampede.email.EmailHandler;
import dev.stampede.email.NotifyRestocked;
import dev.stampede.email.OrderMails;
import dev.stampede.email.RestockNotices;
import dev.stampede.email.SendAccessCode;
import dev.stampede.email.SendAccessCodeHandler;
import dev.stampede.email.SendOrderMail;
import dev.stampede.email.SesMailer;
import dev.stampede.fraud.DynamoDbFraudSignals;
import dev.stampede.fraud.FraudHandler;
import dev.stampede.fraud.FraudRule;
import dev.stampede.fraud.ScoreOrder;
import dev.stampede.fulfilment.MoveOrder;
import dev.stampede.fulfilment.RefundOrder;
import dev.stampede.fulfilment.RefundOrderHandler;
import dev.stampede.guestaccess.RequestAccess;
import dev.stampede.guestaccess.RequestAccessCodeHandler;
import dev.stampede.guestaccess.SqsAccessQueue;
import dev.stampede.inventory.DynamoDbStockLedger;
import dev.stampede.inventory.InventoryHandler;
import dev.stampede.inventory.MoveStock;
import dev.stampede.lambda.DynamoDbOffers;
import dev.stampede.model.AccessRequest;
import dev.stampede.model.Actor;
import dev.stampede.model.CartId;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Offers;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.model.RestockNotice;
import dev.stampede.model.Stock;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRateLimits;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.AccessRequestJson;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.OrderJson;
import dev.stampede.ordering.Checkout;
import dev.stampede.ordering.CheckoutHandler;
import dev.stampede.ordering.CreateOrder;
import dev.stampede.ordering.CreateOrderHandler;
import dev.stampede.ordering.OrderBrake;
import dev.stampede.ordering.SqsOrderQueue;
import dev.stampede.payment.Holds;
import dev.stampede.payment.PaymentGateway;
import dev.stampede.payment.PaymentHandler;
import dev.stampede.payment.SettlePayment;
import dev.stampede.payment.SimulatedGateway;
import dev.stampede.reservation.DueOrders;
import dev.stampede.reservation.DynamoDbDueOrders;
import dev.stampede.reservation.DynamoDbReservations;
import dev.stampede.reservation.ProcessOrder;
import dev.stampede.reservation.ProcessOrderHandler;
import dev.stampede.reservation.SweepOrders;
import dev.stampede.streamprocessor.PublishChanges;
import dev.stampede.streamprocessor.SnsEventPublisher;
import dev.stampede.streamprocessor.StreamProcessorHandler;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One scenario for each thing that a handler does.
final class Scenarios {

    private static final String RESTOCK_NOTICES = "RestockNotices";
    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration PAST_ALL_HOLDS = Duration.ofHours(1);
    private static final Map<String, String> ADMIN = Map.of(
            "sub", "1", "email", "admin@example.com", "email_verified", "true", "cognito:groups", "[admin]");

    private static final byte[] SECRET = new byte[32];

    private final Cloud cloud;

    private Scenarios(Cloud cloud) {
        this.cloud = cloud;
    }

    /// @param cloud where things are prepared and looked at
    static Map<String, Supplier<Scenario>> all(Cloud cloud) {
        Scenarios here = new Scenarios(cloud);
        Map<String, Supplier<Scenario>> all = new LinkedHashMap<>();
        all.put("CreateOrder", here::createOrder);
        all.put("ProcessOrder", here::processOrder);
        all.put("StreamProcessor", here::publish);
        all.put("Payment on order_created", () -> here.pay(EventType.ORDER_CREATED, here.reserved()));
        all.put("Payment on order_confirmed", () -> here.pay(EventType.ORDER_CONFIRMED, here.confirmed()));
        all.put("Payment on order_cancelled before the capture",
                () -> here.pay(EventType.ORDER_CANCELLED, here.cancelled(here.confirmed())));
        all.put("Payment on order_cancelled after the capture",
                () -> here.pay(EventType.ORDER_CANCELLED, here.cancelled(here.captured())));
        all.put("Payment on order_refunded", () -> here.pay(EventType.ORDER_REFUNDED, here.refunded()));
        all.put("Fraud", here::judge);
        all.put("Inventory on order_confirmed", () -> here.move(EventType.ORDER_CONFIRMED, here.confirmed()));
        all.put("Inventory on order_cancelled",
                () -> here.move(EventType.ORDER_CANCELLED, here.cancelled(here.confirmed())));
        all.put("Email", here::mail);
        all.put("RequestAccessCode", here::askForCode);
        all.put("SendAccessCode", here::mailCode);
        all.put("Analytics", here::count);
        all.put("SweepOrders", here::sweep);
        all.put("RefundOrder", here::refund);
        all.put("CreateProduct", here::createProduct);
        all.put("UpdateProduct", here::updateProduct);
        all.put("DeleteProduct", here::deleteProduct);
        all.put("SetStock of a product that has units", () -> here.setStock(here.sku(5)));
        all.put("SetStock of a product that never had any", () -> here.setStock(here.product()));
        all.put("RequestRestockNotice", here::askToBeTold);
        all.put("NotifyRestocked", here::tellOfUnits);
        all.put("AddCartItem of a first line", () -> here.add(0));
        all.put("AddCartItem to a line", () -> here.add(3));
        all.put("SetCartItem", here::set);
        all.put("RemoveCartItem", here::remove);
        all.put("MergeCart", here::merge);
        all.put("Checkout", here::checkOut);
        all.put("Checkout where another has died", here::checkOutAfterAnother);
        return all;
    }

    private Scenario createOrder() {
        String sku = sku(5);
        String key = Sample.id();
        String body = """
                {"cart":[{"id":"%s","quantity":2}],"customerEmail":"%s@example.com"}""".formatted(sku, key);
        return scenario(
                (aws, clock) -> Messages.post(
                        new CreateOrderHandler(
                                new CreateOrder(
                                        new DynamoDbOffers(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK),
                                        DynamoDbRecordedOrders.eventuallyConsistent(aws.dynamoDb(), Cloud.ORDERS),
                                        new SqsOrderQueue(aws.sqs(), aws.queueUrl("OrdersQueue")),
                                        brake(aws, clock),
                                        clock),
                                () -> new byte[32], new Random(1)),
                        "", Map.of("idempotency-key", key), Map.of(), body) == 202,
                () -> Evidence.orderIdsInQueue(cloud, "OrdersQueue", sku));
    }

    /// Two orders that fit, one that is above its customer's limit and one that finds nothing left.
    private Scenario processOrder() {
        String plenty = sku(5);
        String last = sku(1);
        List<Order> orders = Stream.of(
                Given.placed("a" + plenty + "@example.com", plenty, 1),
                Given.placed("a" + plenty + "@example.com", plenty, 1),
                Given.placed("b" + plenty + "@example.com", last, 1),
                Given.placed("c" + plenty + "@example.com", last, 1))
                .map(placed -> Order.reserved(placed, Sample.NOON, HOLD))
                .toList();
        List<String> bodies = orders.stream().map(order -> Json.write(OrderJson.toTree(order.placed()))).toList();
        return scenario(
                (aws, clock) -> Messages.queue(
                        new ProcessOrderHandler(new ProcessOrder(
                                new DynamoDbReservations(aws.dynamoDb(), Cloud.ORDERS, Cloud.STOCK,
                                        Cloud.PURCHASE_LIMITS),
                                HOLD, _ -> {}, clock), Scenarios::putOff),
                        bodies),
                () -> orders.stream().map(order -> Evidence.of(cloud, order)).toList());
    }

    private Scenario publish() {
        Order order = reserved();
        Object change = Json.object(
                "SequenceNumber", "1", "NewImage", Evidence.streamImage(OrdersTable.toItem(order)));
        return scenario(
                (aws, _) -> Messages.batch(
                        new StreamProcessorHandler(new PublishChanges(
                                new SnsEventPublisher(aws.sns(), Cloud.TOPIC_ARN, _ -> {}))),
                        List.of(Json.object("eventName", "INSERT", "dynamodb", change))),
                () -> Evidence.wasPublished(cloud, "CreatedQueue", order));
    }

    private Scenario pay(EventType type, Order order) {
        return scenario(
                (aws, clock) -> Messages.queue(
                        new PaymentHandler(new SettlePayment(
                                gateway(aws, clock), new DynamoDbOrderTransitions(aws.dynamoDb(), Cloud.ORDERS),
                                new Holds(HOLD, Duration.ofMinutes(2)), clock), Scenarios::putOff),
                        List.of(Messages.event(order, type))),
                () -> Evidence.of(cloud, order));
    }

    private Scenario judge() {
        Order order = reserved();
        return scenario(
                (aws, clock) -> Messages.queue(
                        new FraudHandler(new ScoreOrder(
                                FraudRule.all(),
                                new DynamoDbFraudSignals(aws.dynamoDb(), "FraudSignals", clock),
                                new DynamoDbOrderTransitions(aws.dynamoDb(), Cloud.ORDERS),
                                clock), Scenarios::putOff),
                        List.of(Messages.event(order, EventType.ORDER_CREATED))),
                () -> Evidence.of(cloud, order));
    }

    private Scenario move(EventType type, Order order) {
        return scenario(
                (aws, _) -> Messages.queue(
                        new InventoryHandler(new MoveStock(
                                new DynamoDbStockLedger(aws.dynamoDb(), Cloud.ORDERS, Cloud.STOCK,
                                        Cloud.PURCHASE_LIMITS),
                                _ -> {}), Scenarios::putOff),
                        List.of(Messages.event(order, type))),
                () -> Evidence.of(cloud, order));
    }

    /// What is put off comes again as what is handed back does.
    private static void putOff(String body, Duration delay, int putOffs) {
        throw new IllegalStateException("put off for " + delay);
    }

    /// Dying after the mail was sent and before that was noted, it sends it again: at least once is what is promised.
    private Scenario mail() {
        Order order = confirmed();
        return scenario(
                (aws, clock) -> Messages.queue(
                        new EmailHandler(new SendOrderMail(
                                new OrderMails("https://shop.example"),
                                new DynamoDbMailLedger(aws.dynamoDb(), "Emails", clock),
                                new SesMailer(aws.ses(), Cloud.SENDER)), Scenarios::putOff),
                        List.of(Messages.event(order, EventType.ORDER_CONFIRMED))),
                () -> Evidence.wasMailed(cloud, order));
    }

    /// A try that dies is counted all the same; what it sent may be sent again, and is the wish of the same guest.
    private Scenario askForCode() {
        String orderId = Sample.id();
        String email = Sample.id() + "@example.com";
        return scenario(
                (aws, clock) -> Messages.post(
                        new RequestAccessCodeHandler(new RequestAccess(
                                new DynamoDbRateLimits(aws.dynamoDb(), "GuestAccess", clock),
                                new SqsAccessQueue(aws.sqs(), aws.queueUrl("AccessCodeQueue")),
                                () -> new byte[32], new Random(1), clock)),
                        orderId, Map.of("x-forwarded-for", email + ",edge"), Map.of(),
                        "{\"customerEmail\":\"%s\"}".formatted(email)) == 202,
                () -> Evidence.orderIdsInQueue(cloud, "AccessCodeQueue", orderId));
    }

    /// Dying after the code was mailed and before the message is gone, it mails the same code again.
    private Scenario mailCode() {
        Order order = reserved();
        String email = order.placed().customer().email().orElseThrow();
        AccessRequest request = new AccessRequest(
                Sample.id(), order.orderId(), email, "40718356", "hash of the code", Sample.NOON);
        return scenario(
                (aws, _) -> Messages.queue(
                        new SendAccessCodeHandler(new SendAccessCode(
                                new DynamoDbGuestOrders(aws.dynamoDb(), Cloud.ORDERS),
                                new DynamoDbKeptCodes(aws.dynamoDb(), "GuestAccess"),
                                new SesMailer(aws.ses(), Cloud.SENDER), () -> Sample.NOON), Scenarios::putOff),
                        List.of(AccessRequestJson.write(request))),
                () -> Evidence.codeWasMailed(cloud, request));
    }

    private Scenario count() {
        Order order = reserved();
        String event = Messages.event(order, EventType.ORDER_CREATED);
        long before = Evidence.ordersCounted(cloud);
        return scenario(
                (aws, clock) -> Messages.queue(
                        new AnalyticsHandler(new ProjectSales(
                                new DynamoDbSalesMetrics(aws.dynamoDb(), "SalesMetrics", clock), _ -> {}),
                                Scenarios::putOff),
                        List.of(event)),
                () -> Evidence.ordersCounted(cloud) - before);
    }

    /// The sweep is shown this scenario's order alone.
    private Scenario sweep() {
        Order order = reserved();
        return scenario(
                (aws, clock) -> new SweepOrders(
                        new OneDueOrder(order.orderId(), new DynamoDbDueOrders(aws.dynamoDb(), Cloud.ORDERS)),
                        new DynamoDbOrderTransitions(aws.dynamoDb(), Cloud.ORDERS),
                        () -> clock.instant().plus(PAST_ALL_HOLDS)).sweep(() -> true).failed() == 0,
                () -> Evidence.of(cloud, order));
    }

    private record OneDueOrder(String orderId, DueOrders all) implements DueOrders {
        @Override
        public List<Order> due(Instant now, int limit) {
            return all.due(now, limit).stream().filter(order -> order.orderId().equals(orderId)).toList();
        }

        @Override
        public void replay(Order seen, Optional<Instant> next) {
            all.replay(seen, next);
        }
    }

    private Scenario refund() {
        Order order = captured();
        return scenario(
                (aws, clock) -> Messages.post(
                        new RefundOrderHandler(new RefundOrder(new MoveOrder(
                                DynamoDbRecordedOrders.consistent(aws.dynamoDb(), Cloud.ORDERS),
                                new DynamoDbOrderTransitions(aws.dynamoDb(), Cloud.ORDERS),
                                clock))),
                        order.orderId(), Map.of("idempotency-key", "refund-1"), ADMIN, "{\"amount\":5.00}") == 200,
                () -> Evidence.of(cloud, order));
    }

    /// Who comes again finds the product: 409.
    private Scenario createProduct() {
        String id = Sample.id();
        String body = """
                {"id":"%s","name":"Hub","description":"","category":"parts","price":39.90}""".formatted(id);
        return scenario(
                (aws, clock) -> List.of(201, 409).contains(Messages.post(
                        new CreateProductHandler(
                                new DynamoDbProductLedger(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK, _ -> {}),
                                new dev.stampede.catalog.DynamoDbStockLevel(aws.dynamoDb(), Cloud.STOCK, true), clock),
                        "", Map.of(), ADMIN, body)),
                () -> Evidence.ofProduct(cloud, id));
    }

    /// Who comes again finds the version that came of it: 412.
    private Scenario updateProduct() {
        String id = product();
        String body = """
                {"name":"Hub","description":"","category":"parts","price":39.90}""";
        return scenario(
                (aws, clock) -> List.of(200, 412).contains(Messages.post(
                        new UpdateProductHandler(
                                new DynamoDbProductLedger(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK, _ -> {}),
                                new dev.stampede.catalog.DynamoDbStockLevel(aws.dynamoDb(), Cloud.STOCK, true), clock),
                        id, Map.of("if-match", "\"1\""), ADMIN, body)),
                () -> Evidence.ofProduct(cloud, id));
    }

    /// Who comes again finds no product: 404.
    private Scenario deleteProduct() {
        String id = product();
        return scenario(
                (aws, clock) -> List.of(204, 404).contains(Messages.post(
                        new DeleteProductHandler(
                                new DynamoDbProductLedger(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK, _ -> {}), clock),
                        id, Map.of("if-match", "\"1\""), ADMIN, "")),
                () -> Evidence.ofProduct(cloud, id));
    }

    private Scenario setStock(String sku) {
        return scenario(
                (aws, clock) -> Messages.post(
                        new SetStockHandler(new SetStock(
                                new DynamoDbProducts(aws.dynamoDb(), Cloud.PRODUCTS),
                                new DynamoDbStockAdjustments(aws.dynamoDb(), Cloud.STOCK, "StockAdjustments"),
                                _ -> {}, clock)),
                        sku, Map.of("idempotency-key", "k1"), ADMIN, "{\"adjust\":7,\"reason\":\"Delivery.\"}") == 200,
                () -> List.of(cloud.tables().stock(sku).available(), Evidence.adjustments(cloud, sku)));
    }

    private Scenario askToBeTold() {
        String id = product();
        String email = Sample.id() + "@example.com";
        return scenario(
                (aws, clock) -> Messages.post(
                        new RequestRestockNoticeHandler(new RequestRestockNotice(
                                new DynamoDbProducts(aws.dynamoDb(), Cloud.PRODUCTS),
                                new dev.stampede.catalog.DynamoDbRestockNotices(aws.dynamoDb(), RESTOCK_NOTICES),
                                _ -> {}, clock)),
                        id, Map.of(), Map.of(), "{\"customerEmail\":\"%s\"}".formatted(email)) == 202,
                () -> Evidence.ofNotice(cloud, id, email));
    }

    /// The run is shown this scenario's product alone. As with orders, dying after the mail was sent sends it again.
    private Scenario tellOfUnits() {
        String id = sku(3);
        String email = Sample.id() + "@example.com";
        var asked = new dev.stampede.catalog.DynamoDbRestockNotices(cloud.dynamoDb(), RESTOCK_NOTICES);
        asked.note(id, email, Sample.NOON);
        asked.waitFor(id, Sample.NOON);
        return scenario(
                (aws, clock) -> {
                    NotifyRestocked notify = new NotifyRestocked(
                            new OneWaitedFor(id, new DynamoDbRestockNotices(aws.dynamoDb(), RESTOCK_NOTICES)),
                            new DynamoDbOffers(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK),
                            new SesMailer(aws.ses(), Cloud.SENDER), "https://shop.example", clock);
                    return notify.run(() -> true).failed() == 0 && notify.run(() -> true).failed() == 0;
                },
                () -> List.of(Evidence.wasMailed(cloud, email), Evidence.ofNotice(cloud, id, email)));
    }

    private record OneWaitedFor(String productId, RestockNotices all) implements RestockNotices {
        @Override
        public List<Waited> waitedFor() {
            return all.waitedFor().stream().filter(waited -> waited.productId().equals(productId)).toList();
        }

        @Override
        public List<RestockNotice> of(String product, int limit, Instant now) {
            return all.of(product, limit, now);
        }

        @Override
        public Optional<Claim> claim(RestockNotice notice, Instant now) {
            return all.claim(notice, now);
        }

        @Override
        public void release(RestockNotice notice, Claim claim, boolean counted) {
            all.release(notice, claim, counted);
        }

        @Override
        public void forget(RestockNotice notice, Claim claim) {
            all.forget(notice, claim);
        }

        @Override
        public void nobodyWaitsFor(Waited waited) {
            all.nobodyWaitsFor(waited);
        }
    }

    private String product() {
        String id = Sample.id();
        cloud.tables().put(Sample.product(id, "crash"));
        return id;
    }

    private Scenario add(int before) {
        CartId cart = CartId.ofGuest(UUID.randomUUID());
        String sku = sku(5);
        Given.inCart(cloud, cart, "other", 1);
        if (before > 0) {
            Given.inCart(cloud, cart, sku, before);
        }
        return scenario(
                (aws, clock) -> Messages.toCart(
                        new AddCartItemHandler(
                                new AddCartItem(carts(aws), offers(aws), _ -> {}, clock), () -> SECRET, new Random(1)),
                        cart, sku, Map.of("idempotency-key", "k1"), Map.of(),
                        "{\"productId\":\"%s\",\"quantity\":2}".formatted(sku)) == 200,
                () -> Evidence.unitsInCart(cloud, cart));
    }

    private Scenario set() {
        CartId cart = CartId.ofGuest(UUID.randomUUID());
        Given.inCart(cloud, cart, "gpu", 3);
        Given.inCart(cloud, cart, "cable", 1);
        return scenario(
                (aws, clock) -> Messages.toCart(
                        new SetCartItemHandler(new SetCartItem(carts(aws), offers(aws), clock), () -> SECRET),
                        cart, "gpu", Map.of(), Map.of(), "{\"quantity\":7}") == 200,
                () -> Evidence.unitsInCart(cloud, cart));
    }

    private Scenario remove() {
        CartId cart = CartId.ofGuest(UUID.randomUUID());
        Given.inCart(cloud, cart, "gpu", 3);
        Given.inCart(cloud, cart, "cable", 1);
        return scenario(
                (aws, clock) -> Messages.toCart(
                        new RemoveCartItemHandler(new RemoveCartItem(carts(aws), offers(aws), _ -> {}, clock),
                                () -> SECRET),
                        cart, "gpu", Map.of(), Map.of(), "") == 200,
                () -> Evidence.unitsInCart(cloud, cart));
    }

    private Scenario merge() {
        CartId guests = CartId.ofGuest(UUID.randomUUID());
        String subject = Sample.id();
        CartId own = CartId.ofCustomer(subject, SECRET);
        Given.inCart(cloud, guests, "gpu", 3);
        Given.inCart(cloud, guests, "cable", 4);
        Given.inCart(cloud, guests, "mouse", 1);
        Given.inCart(cloud, own, "gpu", 2);
        Given.inCart(cloud, own, "cable", 8);
        return scenario(
                (aws, clock) -> Messages.toCart(
                        new MergeCartHandler(new MergeCart(carts(aws), offers(aws), _ -> {}, clock), () -> SECRET),
                        guests, "", Map.of(), Map.of("sub", subject), "") == 200,
                () -> List.of(Evidence.unitsInCart(cloud, guests), Evidence.unitsInCart(cloud, own)));
    }

    private Scenario checkOut() {
        CartId cart = CartId.ofGuest(UUID.randomUUID());
        String sku = sku(5);
        Given.inCart(cloud, cart, sku, 2);
        return scenario(
                (aws, clock) -> checkOut(aws, clock, cart),
                () -> List.of(Evidence.orderIdsInQueue(cloud, "OrdersQueue", sku), Evidence.unitsInCart(cloud, cart)));
    }

    /// The other's order is made too, and what was put in since is this one's.
    private Scenario checkOutAfterAnother() {
        CartId cart = CartId.ofGuest(UUID.randomUUID());
        String sku = sku(5);
        Given.inCart(cloud, cart, sku, 2);
        Given.beingOrdered(cloud, cart, Given.placed("other@example.com", sku, 2));
        Given.inCart(cloud, cart, sku, 1);
        return scenario(
                (aws, clock) -> checkOut(aws, clock, cart),
                () -> List.of(Evidence.orderIdsInQueue(cloud, "OrdersQueue", sku), Evidence.unitsInCart(cloud, cart)));
    }

    private static boolean checkOut(Cloud aws, InstantSource clock, CartId cart) {
        CreateOrder createOrder = new CreateOrder(
                new DynamoDbOffers(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK),
                DynamoDbRecordedOrders.eventuallyConsistent(aws.dynamoDb(), Cloud.ORDERS),
                new SqsOrderQueue(aws.sqs(), aws.queueUrl("OrdersQueue")),
                brake(aws, clock),
                clock);
        return Messages.toCart(
                new CheckoutHandler(
                        new Checkout(new dev.stampede.ordering.DynamoDbCarts(aws.dynamoDb(), Cloud.CARTS), createOrder,
                                () -> SECRET, _ -> {}, clock),
                        () -> SECRET, new Random(1)),
                cart, "", Map.of("idempotency-key", "k1"), Map.of(), "{\"customerEmail\":\"ann@example.com\"}") == 202;
    }

    private static OrderBrake brake(Cloud aws, InstantSource clock) {
        return new OrderBrake(new DynamoDbRateLimits(aws.dynamoDb(), "GuestAccess", clock),
                new OrderBrake.Bounds(20, 600), clock);
    }

    private static Carts carts(Cloud aws) {
        return new DynamoDbCarts(aws.dynamoDb(), Cloud.CARTS);
    }

    private static Offers offers(Cloud aws) {
        return new DynamoDbOffers(aws.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK);
    }

    private Order reserved() {
        String sku = sku(3);
        Order order = Order.reserved(Given.placed(Sample.id() + "@example.com", sku, 1), Sample.NOON, HOLD);
        Given.reserve(cloud, order);
        return order;
    }

    private Order confirmed() {
        Order seen = reserved();
        gateway(cloud, InstantSource.fixed(Sample.NOON)).authorize(
                seen.orderId(), seen.placed().totals().total(), seen.placed().paymentToken());
        return Given.move(cloud, seen, order -> order.paymentAuthorized(Sample.NOON),
                order -> order.fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), Sample.NOON));
    }

    private Order captured() {
        Order seen = confirmed();
        gateway(cloud, InstantSource.fixed(Sample.NOON)).capture(seen.orderId());
        return Given.move(cloud, seen, order -> order.paymentCaptured(Sample.NOON));
    }

    private Order cancelled(Order seen) {
        return Given.move(cloud, seen,
                order -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(Sample.NOON, Optional.empty())));
    }

    private Order refunded() {
        return Given.move(cloud, captured(), order -> order.refunded(
                new Refund(order.refundable(), "all"),
                Actor.staff("admin@example.com", Sample.NOON, Optional.empty())));
    }

    private String sku(long units) {
        String sku = Sample.id();
        cloud.tables().put(Sample.product(sku, "crash"));
        cloud.tables().put(Stock.of(sku, units));
        return sku;
    }

    private static PaymentGateway gateway(Cloud aws, InstantSource clock) {
        return new SimulatedGateway(aws.dynamoDb(), "Payments", clock, _ -> {});
    }

    private interface Delivery {
        boolean to(Cloud aws, InstantSource clock);
    }

    private static Scenario scenario(Delivery delivery, Supplier<Object> state) {
        return new Scenario() {
            @Override
            public boolean deliver(Cloud aws, InstantSource clock) {
                return delivery.to(aws, clock);
            }

            @Override
            public Object state() {
                return state.get();
            }
        };
    }
}
