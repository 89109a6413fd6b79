package dev.stampede.verification.prove;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.cloud.LaptopCloud;
import dev.stampede.cloud.ses.Mail;
import dev.stampede.model.Order;
import dev.stampede.model.Product;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.PurchaseLimitsTable;
import dev.stampede.verification.invariant.Evidence.Payment;
import dev.stampede.verification.invariant.Evidence.Units;
import dev.stampede.verification.workload.CatalogueItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Reads everything that the shop has recorded, unfiltered and uncorrected.
final class SnapshotReader {

    /// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
    private static final int MAX_KEYS = 100;
    private static final String SALE = "sale#";
    private static final Pattern ORDER_LINK = Pattern.compile("/orders/([0-9a-f-]{36})");

    private final LaptopCloud cloud;

    SnapshotReader(LaptopCloud cloud) {
        this.cloud = cloud;
    }

    Map<String, Order> orders() {
        return items("Orders").map(OrdersTable::fromItem).collect(Collectors.toMap(Order::orderId, order -> order));
    }

    /// The recorded ones among these ids.
    Map<String, Order> orders(List<String> orderIds) {
        Map<String, Order> orders = new HashMap<>();
        for (int from = 0; from < orderIds.size(); from += MAX_KEYS) {
            List<Map<String, AttributeValue>> keys =
                    orderIds.subList(from, Math.min(from + MAX_KEYS, orderIds.size()))
                            .stream().distinct().map(OrdersTable::key).toList();
            cloud.operator().batchGetItemPaginator(get -> get.requestItems(
                    Map.of("Orders", KeysAndAttributes.builder().keys(keys).consistentRead(true).build())))
                    .stream()
                    .flatMap(page -> page.responses().getOrDefault("Orders", List.of()).stream())
                    .forEach(item -> orders.put(required(item, OrdersTable.KEY).s(), OrdersTable.fromItem(item)));
        }
        return orders;
    }

    Map<String, Units> stock() {
        return by("sku", "Stock", item -> {
            Map<String, Long> saleLeft = new HashMap<>();
            item.keySet().stream().filter(name -> name.startsWith(SALE))
                    .forEach(name -> saleLeft.put(name.substring(SALE.length()), number(item, name)));
            return new Units(number(item, "available"), number(item, "reserved"), number(item, "sold"), saleLeft);
        });
    }

    Map<String, Payment> payments() {
        return by(OrdersTable.KEY, "Payments", item -> new Payment(
                number(item, "amount"),
                required(item, "state").s().equals("AUTHORIZED"),
                number(item, "captures"),
                // The sum of the single refunds, not the stored total.
                item.containsKey("refunds")
                        ? item.get("refunds").m().values().stream().mapToLong(amount -> Long.parseLong(amount.n()))
                                .sum()
                        : 0));
    }

    Map<String, Long> bought() {
        return by(PurchaseLimitsTable.KEY, "PurchaseLimits", PurchaseLimitsTable::bought);
    }

    /// Everything that is for sale, with its total number of units.
    Map<String, CatalogueItem> catalogue(Instant at) {
        Map<String, Units> stock = stock();
        return items("Products").map(ProductsTable::fromItem).collect(Collectors.toMap(Product::id, product -> {
            Units units = Objects.requireNonNull(stock.get(product.id()), product.id());
            return new CatalogueItem(product, units.available() + units.reserved() + units.sold(), at);
        }));
    }

    /// Sales figures over all hours of all days.
    Map<String, Long> figures() {
        return items("SalesMetrics").filter(item -> item.containsKey("amount"))
                .collect(Collectors.groupingBy(SnapshotReader::metric,
                        Collectors.summingLong(item -> number(item, "amount"))));
    }

    /// One of today's sales figures, read during the run.
    long figure(String metric) {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return cloud.operator().queryPaginator(query -> query
                .tableName("SalesMetrics")
                .keyConditionExpression("#day = :today")
                .expressionAttributeNames(Map.of("#day", "day"))
                .expressionAttributeValues(Map.of(":today", AttributeValue.fromS(today))))
                .items().stream()
                .filter(item -> metric(item).equals(metric))
                .mapToLong(item -> number(item, "amount"))
                .sum();
    }

    /// The metric's name without the hour in its key.
    private static String metric(Map<String, AttributeValue> item) {
        String key = required(item, "metric").s();
        return key.substring(key.indexOf('#') + 1);
    }

    /// The number of confirmation mails by order id.
    Map<String, Long> confirmations() {
        return cloud.mails().stream()
                .filter(mail -> mail.subject().endsWith("is confirmed"))
                .map(SnapshotReader::orderId)
                .collect(Collectors.groupingBy(orderId -> orderId, Collectors.counting()));
    }

    private static String orderId(Mail mail) {
        Matcher link = ORDER_LINK.matcher(mail.text());
        return link.find() ? link.group(1) : "no order: " + mail.subject();
    }

    private <T> Map<String, T> by(String key, String table, Function<Map<String, AttributeValue>, T> read) {
        return items(table).collect(Collectors.toMap(item -> required(item, key).s(), read));
    }

    private Stream<Map<String, AttributeValue>> items(String table) {
        return cloud.operator().scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream();
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : 0;
    }
}
