package dev.stampede.verification.simulation;

import dev.stampede.verification.simulation.WorkQueue.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the template connects the functions. A test holds it to the template.
final class Wiring {

    private static final int SECOND = 1000;
    private static final int RECEIVES = 5;

    static final Settings ORDERS = new Settings(90, SECOND, 2, 181 * SECOND, RECEIVES);
    static final Settings PAYMENT = new Settings(10, 0, 10, 180 * SECOND, RECEIVES);
    static final Settings FRAUD = new Settings(10, 0, 10, 90 * SECOND, RECEIVES);
    static final Settings INVENTORY = new Settings(10, 0, 5, 90 * SECOND, RECEIVES);
    static final Settings EMAIL = new Settings(10, SECOND, 5, 181 * SECOND, RECEIVES);
    static final Settings ANALYTICS = new Settings(90, SECOND, 2, 91 * SECOND, RECEIVES);

    /// By consumer, the types of event that it subscribes to.
    static final Map<String, Set<String>> SUBSCRIPTIONS = Map.of(
            "Payment", Set.of("order_created", "order_confirmed", "order_cancelled", "order_expired", "order_refunded"),
            "Fraud", Set.of("order_created"),
            "Inventory", Set.of(
                    "order_confirmed", "order_cancelled", "order_expired", "order_returned", "order_refunded"),
            "Email", Set.of("order_confirmed", "order_shipped", "order_cancelled", "order_refunded", "order_expired"),
            "Analytics",
            Set.of("order_created", "order_rejected", "order_confirmed", "order_cancelled", "order_expired",
                    "order_refunded"));

    /// @param key partition and sort key
    record Index(String name, List<String> key, String projection) {}

    /// @param key the partition key, and the sort key where there is one
    record Table(String name, List<String> key, List<Index> indexes) {
        Table(String name, String... key) {
            this(name, List.of(key), List.of());
        }
    }

    /// What the functions of the simulation read and write.
    static final List<Table> TABLES = List.of(
            new Table("Products", List.of("productId"),
                    List.of(new Index("byCategory", List.of("category", "productId"), "ALL"))),
            new Table("Stock", "sku"),
            new Table("Orders", List.of("orderId"), List.of(
                    new Index("byCustomer", List.of("customerEmail", "createdAt"), "ALL"),
                    new Index("byDueAt", List.of("dueShard", "dueAt"), "KEYS_ONLY"),
                    new Index("byMonth", List.of("placedIn", "createdAt"), "KEYS_ONLY"))),
            new Table("PurchaseLimits", "customerSku"),
            new Table("Payments", "orderId"),
            new Table("FraudSignals", "signal"),
            new Table("SalesMetrics", "day", "metric"),
            new Table("Emails", "mailId"));

    private Wiring() {}
}
