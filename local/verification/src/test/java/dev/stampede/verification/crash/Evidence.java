package dev.stampede.verification.crash;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Product;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Stock;
import dev.stampede.model.table.CartsTable;
import dev.stampede.model.table.GuestAccessTable;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.PurchaseLimitsTable;
import dev.stampede.model.table.RestockNoticesTable;
import dev.stampede.model.table.StockTable;
import dev.stampede.model.wire.Json;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Sample;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/// What can be seen afterwards, without ids and times.
final class Evidence {

    private Evidence() {}

    /// The order, its stock, what counts against its limit, and its payment.
    static Object of(Cloud cloud, Order order) {
        Map<String, Object> seen = new TreeMap<>();
        Stock stock = cloud.tables().stock(order.placed().lines().getFirst().sku());
        seen.put("stock", List.of(stock.available(), stock.reserved(), stock.sold()));
        Order now = cloud.tables().order(order.orderId()).orElseThrow();
        seen.put("status", now.status());
        seen.put("reason", now.reason());
        seen.put("payment", now.payment());
        seen.put("fraud", now.fraud());
        seen.put("units", now.stock());
        seen.put("refunded", now.refunded());
        seen.put("history", now.history().stream().map(entry -> entry.version() + " " + entry.type()).toList());
        seen.put("due",
                cloud.tables().item(Cloud.ORDERS, OrdersTable.key(now.orderId())).containsKey(OrdersTable.DUE_AT));
        OrderLine line = now.placed().lines().getFirst();
        seen.put("counted", number(cloud.tables().item(Cloud.PURCHASE_LIMITS,
                PurchaseLimitsTable.key(PurchaseCounter.of(now.placed().customer(), line))), "bought"));
        Map<String, AttributeValue> payment =
                cloud.tables().item("Payments", Map.of("orderId", AttributeValue.fromS(now.orderId())));
        seen.put("ledger", payment.containsKey("state") ? payment.get("state").s() : "none");
        seen.put("captures", number(payment, "captures"));
        seen.put("given back", number(payment, "refunded"));
        return seen;
    }

    /// The orders for a SKU that are waiting to be recorded: a retry may send one twice, never another one.
    static Object orderIdsInQueue(Cloud cloud, String queue, String sku) {
        return taken(cloud, queue, sku).stream()
                .map(message -> Json.readObject(message.body()).string("orderId"))
                .collect(Collectors.toSet())
                .size();
    }

    /// Quantities, of nothing that would tell the SKUs of two runs apart; and whether an order is under way.
    static Object unitsInCart(Cloud cloud, CartId id) {
        Cart cart = CartsTable.fromItems(id, cloud.dynamoDb().query(query -> query
                .tableName(Cloud.CARTS)
                .keyConditionExpression("cartId = :cart")
                .expressionAttributeValues(Map.of(":cart", AttributeValue.fromS(id.value())))
                .consistentRead(true)).items(), Sample.NOON);
        return List.of(cart.lines().stream().map(CartLine::quantity).sorted().toList(),
                cart.beingOrdered().isPresent());
    }

    static Object wasPublished(Cloud cloud, String queue, Order order) {
        Set<String> events = new TreeSet<>();
        taken(cloud, queue, order.orderId()).forEach(message -> events
                .add(Json.readObject(message.body()).string("id").substring(order.orderId().length())));
        return events;
    }

    static Object wasMailed(Cloud cloud, Order order) {
        String address = order.placed().customer().email().orElseThrow();
        boolean arrived = cloud.mails().get().stream().anyMatch(mail -> mail.to().contains(address));
        String eventId = order.orderId() + "#" + order.version();
        String state = cloud.tables().item("Emails", Map.of("mailId", AttributeValue.fromS(eventId))).get("state").s();
        return List.of(arrived, state);
    }

    static Object wasMailed(Cloud cloud, String address) {
        return cloud.mails().get().stream().anyMatch(mail -> mail.to().contains(address));
    }

    /// With its changes since it was created: the first version of a product is the time of its creation. And what its
    /// stock was told.
    static Object ofProduct(Cloud cloud, String id) {
        Map<String, AttributeValue> item = new TreeMap<>(cloud.tables().item(Cloud.PRODUCTS, ProductsTable.key(id)));
        if (!item.isEmpty()) {
            Product product = ProductsTable.fromItem(item);
            long created = product.createdAt().toEpochMilli();
            long changes = product.version() < created ? product.version() : product.version() - created;
            item.put("version", AttributeValue.fromN(Long.toString(changes)));
        }
        item.keySet().removeAll(List.of(ProductsTable.KEY, "createdAt"));
        return List.of(item, cloud.tables().item(Cloud.STOCK, StockTable.key(id)).keySet());
    }

    /// How many entries say that the stock was changed by hand.
    static long adjustments(Cloud cloud, String sku) {
        return cloud.dynamoDb().scanPaginator(scan -> scan.tableName("StockAdjustments")).items().stream()
                .filter(item -> item.get("sku").s().equals(sku))
                .count();
    }

    /// Whether somebody waits for a product, and whether it is on the list of what is waited for.
    static Object ofNotice(Cloud cloud, String productId, String email) {
        return List.of(
                cloud.tables().item("RestockNotices",
                        RestockNoticesTable.key(productId, RestockNoticesTable.recipient(email))).isEmpty(),
                cloud.tables().item("RestockNotices",
                        RestockNoticesTable.key(RestockNoticesTable.WAITING, productId)).isEmpty());
    }

    static Object codeWasMailed(Cloud cloud, AccessRequest request) {
        boolean arrived = cloud.mails().get().stream()
                .anyMatch(mail -> mail.to().contains(request.email()) && mail.text().contains("4071 8356"));
        Map<String, AttributeValue> kept =
                cloud.tables().item("GuestAccess", GuestAccessTable.codeKey(request.orderId()));
        return List.of(arrived, kept.get("codeHash").s(), kept.get("tries").n());
    }

    static long ordersCounted(Cloud cloud) {
        String day = Sample.NOON.atZone(ZoneOffset.UTC).toLocalDate().toString();
        return number(cloud.tables().item("SalesMetrics", Map.of(
                "day", AttributeValue.fromS(day), "metric", AttributeValue.fromS("12#orders"))), "amount");
    }

    /// An item as a stream shows it.
    static Map<String, Object> streamImage(Map<String, AttributeValue> item) {
        Map<String, Object> image = new TreeMap<>();
        item.forEach((name, value) -> image.put(name, streamValue(value)));
        return image;
    }

    private static Object streamValue(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.object("S", value.s());
            case N -> Json.object("N", value.n());
            case M -> Json.object("M", streamImage(value.m()));
            case L -> Json.object("L", value.l().stream().map(Evidence::streamValue).toList());
            default -> throw new IllegalArgumentException("no order has a " + value.type());
        };
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : 0;
    }

    /// Takes this scenario's messages out of a queue, and those of others with them.
    private static List<Message> taken(Cloud cloud, String queue, String mine) {
        String url = cloud.queueUrl(queue);
        List<Message> taken = new ArrayList<>();
        List<Message> batch;
        do {
            batch = cloud.sqs().receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10)).messages();
            batch.forEach(message -> cloud.sqs()
                    .deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
            taken.addAll(batch.stream().filter(message -> message.body().contains(mine)).toList());
        } while (!batch.isEmpty());
        return taken;
    }
}
