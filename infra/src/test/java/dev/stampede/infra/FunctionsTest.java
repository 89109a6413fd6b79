package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FunctionsTest {
    private final Templates dev = Templates.dev();
    private final Map<String, Templates.Resource> functions = dev.functions();

    @Test
    void theFunctionsAreNamedByTheirHandlers() {
        assertThat(handlers()).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(Map.ofEntries(
                Map.entry("GetProducts", "dev.stampede.catalog.GetProductsHandler"),
                Map.entry("GetProduct", "dev.stampede.catalog.GetProductHandler"),
                Map.entry("GetCategories", "dev.stampede.catalog.GetCategoriesHandler"),
                Map.entry("GetCategory", "dev.stampede.catalog.GetCategoryHandler"),
                Map.entry("GetSitemap", "dev.stampede.catalog.GetSitemapHandler"),
                Map.entry("RequestRestockNotice", "dev.stampede.catalog.RequestRestockNoticeHandler"),
                Map.entry("CreateProduct", "dev.stampede.catalog.CreateProductHandler"),
                Map.entry("UpdateProduct", "dev.stampede.catalog.UpdateProductHandler"),
                Map.entry("DeleteProduct", "dev.stampede.catalog.DeleteProductHandler"),
                Map.entry("GetDescription", "dev.stampede.catalog.GetDescriptionHandler"),
                Map.entry("GetStock", "dev.stampede.catalog.GetStockHandler"),
                Map.entry("SetStock", "dev.stampede.catalog.SetStockHandler"),
                Map.entry("Health", "dev.stampede.catalog.HealthHandler"),
                Map.entry("NewCart", "dev.stampede.cart.NewCartHandler"),
                Map.entry("GetOwnCart", "dev.stampede.cart.GetOwnCartHandler"),
                Map.entry("GetCart", "dev.stampede.cart.GetCartHandler"),
                Map.entry("AddCartItem", "dev.stampede.cart.AddCartItemHandler"),
                Map.entry("SetCartItem", "dev.stampede.cart.SetCartItemHandler"),
                Map.entry("RemoveCartItem", "dev.stampede.cart.RemoveCartItemHandler"),
                Map.entry("MergeCart", "dev.stampede.cart.MergeCartHandler"),
                Map.entry("Checkout", "dev.stampede.ordering.CheckoutHandler"),
                Map.entry("CreateOrder", "dev.stampede.ordering.CreateOrderHandler"),
                Map.entry("ProcessOrder", "dev.stampede.reservation.ProcessOrderHandler"),
                Map.entry("GetOrder", "dev.stampede.ordering.GetOrderHandler"),
                Map.entry("ListOrders", "dev.stampede.ordering.ListOrdersHandler"),
                Map.entry("CancelOrder", "dev.stampede.ordering.CancelOrderHandler"),
                Map.entry("RequestReturn", "dev.stampede.ordering.RequestReturnHandler"),
                Map.entry("SweepOrders", "dev.stampede.reservation.SweepOrdersHandler"),
                Map.entry("RequestAccessCode", "dev.stampede.guestaccess.RequestAccessCodeHandler"),
                Map.entry("RedeemAccessCode", "dev.stampede.guestaccess.RedeemAccessCodeHandler"),
                Map.entry("SendAccessCode", "dev.stampede.email.SendAccessCodeHandler"),
                Map.entry("GetUsers", "dev.stampede.customers.GetUsersHandler"),
                Map.entry("GetUser", "dev.stampede.customers.GetUserHandler"),
                Map.entry("ShipOrder", "dev.stampede.fulfilment.ShipOrderHandler"),
                Map.entry("DeliverOrder", "dev.stampede.fulfilment.DeliverOrderHandler"),
                Map.entry("RefundOrder", "dev.stampede.fulfilment.RefundOrderHandler"),
                Map.entry("DecideFraud", "dev.stampede.fulfilment.DecideFraudHandler"),
                Map.entry("ReceiveReturn", "dev.stampede.fulfilment.ReceiveReturnHandler"),
                Map.entry("GetSales", "dev.stampede.analytics.GetSalesHandler"),
                Map.entry("Payment", "dev.stampede.payment.PaymentHandler"),
                Map.entry("Inventory", "dev.stampede.inventory.InventoryHandler"),
                Map.entry("Fraud", "dev.stampede.fraud.FraudHandler"),
                Map.entry("NotifyRestocked", "dev.stampede.email.NotifyRestockedHandler"),
                Map.entry("Email", "dev.stampede.email.EmailHandler"),
                Map.entry("Analytics", "dev.stampede.analytics.AnalyticsHandler"),
                Map.entry("StreamProcessor", "dev.stampede.streamprocessor.StreamProcessorHandler"))));
    }

    /// The jars of the last build, where there are any: a handler that was renamed fails here, not at its first
    /// request.
    @TestFactory
    List<DynamicTest> everyHandlerIsInTheJarThatIsDeployed() {
        return handlers().values().stream().map(handler -> DynamicTest.dynamicTest(handler, () -> {
            Path jar = jarOf(handler);
            assumeBuilt(Files.exists(jar), jar);
            try (ZipFile classes = new ZipFile(jar.toFile())) {
                assumeBuilt(classes.size() > 0, jar);
                assertThat(classes.getEntry(handler.replace('.', '/') + ".class")).as(handler).isNotNull();
            }
        })).toList();
    }

    /// While one works on infra alone the jars may be missing; in CI they may not.
    private static void assumeBuilt(boolean built, Path jar) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(built).as("built in CI: " + jar).isTrue();
        }
        assumeTrue(built, () -> jar + " is not built");
    }

    /// No clock and no serial number: the same parts give the same jar, and so the same asset.
    @TestFactory
    List<DynamicTest> everyJarThatIsDeployedSaysWhatItIsMadeOf() {
        return handlers().values().stream().map(FunctionsTest::jarOf).distinct()
                .map(jar -> DynamicTest.dynamicTest(jar.toString(), () -> {
                    assumeBuilt(Files.exists(jar), jar);
                    assertThat(Files.size(jar)).isLessThan(8_500_000);
                    try (ZipFile content = new ZipFile(jar.toFile())) {
                        ZipEntry parts = content.getEntry("META-INF/sbom/function.cdx.json");
                        assertThat(parts).as("bill of materials").isNotNull();
                        assertThat(new String(content.getInputStream(parts).readAllBytes(), StandardCharsets.UTF_8))
                                .contains("pkg:maven/com.fasterxml.jackson.core/jackson-core@", "Apache-2.0")
                                .doesNotContain("serialNumber", "timestamp");
                    }
                }))
                .toList();
    }

    /// So a change to one context republishes no function of another: the list of orders not the one that records them.
    @TestFactory
    List<DynamicTest> aJarHoldsTheClassesOfOneContextAlone() {
        Map<Path, String> contexts = handlers().values().stream().collect(
                Collectors.toMap(FunctionsTest::jarOf, handler -> handler.split("\\.")[2], (one, _) -> one));
        return contexts.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getValue(), () -> {
            assumeTrue(Files.exists(each.getKey()), () -> "%s is not built".formatted(each.getKey()));
            try (ZipFile content = new ZipFile(each.getKey().toFile())) {
                assertThat(content.stream().map(ZipEntry::getName)
                        .filter(name -> name.startsWith("dev/stampede/") && name.endsWith(".class"))
                        .map(name -> name.split("/")[2]).distinct())
                        .containsExactlyInAnyOrder("lambda", "model", each.getValue());
            }
        })).toList();
    }

    @Test
    void whatHttpInvokesKnowsTheSecretOfTheEdgeAndNothingElseDoes() {
        Set<String> reached = dev.all("AWS::ApiGatewayV2::Integration")
                .map(integration -> dev.resolve(integration.stack(), integration.property("IntegrationUri")))
                .collect(Collectors.toSet());

        assertThat(functions.values()).allSatisfy(function -> {
            String secret = dev.resolve(function.stack(), function.property("Environment/Variables/ORIGIN_SECRET"));
            boolean http =
                    reached.stream().anyMatch(uri -> uri.matches(".*\\b" + function.name() + "(Aliaslive)?\\b.*"));
            assertThat(secret).as(function.name()).isEqualTo(
                    http ? "{{resolve:secretsmanager:OriginSecret:SecretString:::}}" : "");
        });
    }

    @Test
    void aFunctionGetsTheVariablesItReadsAndNoOther() {
        Map<String, String> variables = functions.values().stream().collect(Collectors.toMap(
                Templates.Resource::name,
                function -> function.property("Environment/Variables").properties().stream()
                        .filter(variable -> !variable.getKey().equals("ORIGIN_SECRET"))
                        .map(variable -> variable.getKey() + "=" + dev.resolve(function.stack(), variable.getValue()))
                        .sorted().collect(Collectors.joining(" ")),
                (one, _) -> one, TreeMap::new));

        assertThat(variables.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue())).containsExactly(
                "AddCartItem: CARTS_TABLE=Carts PRODUCTS_TABLE=Products RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "Analytics: OWN_QUEUE_URL=AnalyticsQueue SALES_METRICS_TABLE=SalesMetrics",
                "CancelOrder: ORDERS_TABLE=Orders RECEIPT_SECRET_ARN=ReceiptSecret",
                "Checkout: CARTS_TABLE=Carts GUEST_ACCESS_TABLE=GuestAccess ORDERS_PER_MAILBOX=20 ORDERS_PER_PLACE=100000 "
                        + "ORDERS_QUEUE_URL=OrdersQueue ORDERS_TABLE=Orders PRODUCTS_TABLE=Products "
                        + "RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "CreateOrder: GUEST_ACCESS_TABLE=GuestAccess ORDERS_PER_MAILBOX=20 ORDERS_PER_PLACE=100000 "
                        + "ORDERS_QUEUE_URL=OrdersQueue ORDERS_TABLE=Orders PRODUCTS_TABLE=Products "
                        + "RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "CreateProduct: PRODUCTS_TABLE=Products STOCK_TABLE=Stock",
                "DecideFraud: ORDERS_TABLE=Orders",
                "DeleteProduct: PRODUCTS_TABLE=Products STOCK_TABLE=Stock",
                "DeliverOrder: ORDERS_TABLE=Orders",
                "Email: EMAILS_TABLE=Emails GUEST_ACCESS_TABLE=GuestAccess MAILS_PER_MAILBOX=100 "
                        + "MAIL_FROM=orders@stampede.example OWN_QUEUE_URL=EmailQueue "
                        + "SHOP_URL=https://Distribution.DomainName",
                "Fraud: FRAUD_SIGNALS_TABLE=FraudSignals ORDERS_TABLE=Orders OWN_QUEUE_URL=FraudQueue",
                "GetCart: CARTS_TABLE=Carts PRODUCTS_TABLE=Products RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "GetCategories: PRODUCTS_TABLE=Products",
                "GetCategory: PRODUCTS_TABLE=Products",
                "GetDescription: PRODUCTS_TABLE=Products",
                "GetOrder: ORDERS_TABLE=Orders RECEIPT_SECRET_ARN=ReceiptSecret",
                "GetOwnCart: CARTS_TABLE=Carts PRODUCTS_TABLE=Products RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "GetProduct: PRODUCTS_TABLE=Products STOCK_TABLE=Stock",
                "GetProducts: PRODUCTS_TABLE=Products STOCK_TABLE=Stock",
                "GetSales: SALES_METRICS_TABLE=SalesMetrics",
                "GetSitemap: PRODUCTS_TABLE=Products",
                "GetStock: PRODUCTS_TABLE=Products STOCK_ADJUSTMENTS_TABLE=StockAdjustments STOCK_TABLE=Stock",
                "GetUser: USER_POOL_ID=Users",
                "GetUsers: USER_POOL_ID=Users",
                "Health: STAGE=dev",
                "Inventory: ORDERS_TABLE=Orders OWN_QUEUE_URL=InventoryQueue PURCHASE_LIMITS_TABLE=PurchaseLimits STOCK_TABLE=Stock",
                "ListOrders: ORDERS_TABLE=Orders RECEIPT_SECRET_ARN=ReceiptSecret",
                "MergeCart: CARTS_TABLE=Carts PRODUCTS_TABLE=Products RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "NewCart: RECEIPT_SECRET_ARN=ReceiptSecret",
                "NotifyRestocked: MAIL_FROM=orders@stampede.example PRODUCTS_TABLE=Products "
                        + "RESTOCK_NOTICES_TABLE=RestockNotices SHOP_URL=https://Distribution.DomainName STOCK_TABLE=Stock",
                "Payment: ORDERS_TABLE=Orders OWN_QUEUE_URL=PaymentQueue PAYMENTS_TABLE=Payments RESERVATION_HOLD=PT15M UNANSWERED_HOLD=PT2M",
                "ProcessOrder: ORDERS_TABLE=Orders OWN_QUEUE_URL=OrdersQueue PURCHASE_LIMITS_TABLE=PurchaseLimits RESERVATION_HOLD=PT15M STOCK_TABLE=Stock",
                "ReceiveReturn: ORDERS_TABLE=Orders",
                "RedeemAccessCode: GUEST_ACCESS_TABLE=GuestAccess ORDERS_TABLE=Orders RECEIPT_SECRET_ARN=ReceiptSecret",
                "RefundOrder: ORDERS_TABLE=Orders",
                "RemoveCartItem: CARTS_TABLE=Carts PRODUCTS_TABLE=Products RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "RequestAccessCode: ACCESS_CODE_QUEUE_URL=AccessCodeQueue GUEST_ACCESS_TABLE=GuestAccess "
                        + "RECEIPT_SECRET_ARN=ReceiptSecret",
                "RequestRestockNotice: PRODUCTS_TABLE=Products RESTOCK_NOTICES_TABLE=RestockNotices",
                "RequestReturn: ORDERS_TABLE=Orders RECEIPT_SECRET_ARN=ReceiptSecret",
                "SendAccessCode: GUEST_ACCESS_TABLE=GuestAccess MAIL_FROM=orders@stampede.example ORDERS_TABLE=Orders "
                        + "OWN_QUEUE_URL=AccessCodeQueue",
                "SetCartItem: CARTS_TABLE=Carts PRODUCTS_TABLE=Products RECEIPT_SECRET_ARN=ReceiptSecret STOCK_TABLE=Stock",
                "SetStock: PRODUCTS_TABLE=Products STOCK_ADJUSTMENTS_TABLE=StockAdjustments STOCK_TABLE=Stock",
                "ShipOrder: ORDERS_TABLE=Orders",
                "StreamProcessor: ORDER_EVENTS_TOPIC_ARN=OrderEvents",
                "SweepOrders: ORDERS_TABLE=Orders",
                "UpdateProduct: PRODUCTS_TABLE=Products STOCK_TABLE=Stock");
    }

    @Test
    void everyFunctionIsASnapStartedJava25FunctionOnArm() {
        assertThat(functions.values()).allSatisfy(function -> {
            assertThat(function.property("Runtime").asText()).isEqualTo("java25");
            assertThat(function.property("Architectures/0").asText()).isEqualTo("arm64");
            assertThat(function.property("SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(function.property("Timeout").asInt()).isPositive();
        });
    }

    @Test
    void whoeverInvokesAFunctionInvokesItsPublishedVersion() {
        List<String> aliases = functions.keySet().stream().map(name -> name + "Aliaslive").toList();
        List<String> invoked = List.of(
                dev.all("AWS::ApiGatewayV2::Integration").map(it -> it.text("IntegrationUri")).toList(),
                dev.all("AWS::Lambda::EventSourceMapping").map(it -> it.text("FunctionName").replace(":live", ""))
                        .toList(),
                dev.all("AWS::Events::Rule").map(it -> it.text("Targets/0/Arn")).toList(),
                dev.all("AWS::SNS::Subscription").filter(it -> it.property("Protocol").asText().equals("lambda"))
                        .map(it -> it.text("Endpoint")).toList())
                .stream().flatMap(List::stream).toList();

        assertThat(invoked).containsExactlyInAnyOrderElementsOf(aliases);
        assertThat(dev.all("AWS::Lambda::Permission").map(it -> it.text("FunctionName"))).isSubsetOf(aliases);
        assertThat(dev.all("AWS::Lambda::Alias")).allSatisfy(alias -> {
            assertThat(alias.property("Name").asText()).isEqualTo("live");
            assertThat(alias.text("FunctionVersion")).contains("CurrentVersion");
        });
    }

    @Test
    void inventoryHasItsConcurrencySetAsideAndIsNeverOfferedMore() {
        int reserved = functions.get("Inventory").property("ReservedConcurrentExecutions").asInt();
        int offered = dev.all("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> mapping.text("EventSourceArn").equals("InventoryQueue"))
                .findFirst().orElseThrow().property("ScalingConfig/MaximumConcurrency").asInt();

        assertThat(reserved).isPositive();
        assertThat(offered).isBetween(2, reserved);
    }

    @Test
    void fraudHasMoreMemoryThanTheOtherConsumers() {
        int others = List.of("Payment", "Inventory", "Email", "Analytics").stream()
                .mapToInt(name -> functions.get(name).property("MemorySize").asInt()).max().orElseThrow();

        assertThat(functions.get("Fraud").property("MemorySize").asInt()).isGreaterThan(others);
    }

    @Test
    void logsAreNotKeptForever() {
        assertThat(dev.all("AWS::Logs::LogGroup").toList()).hasSizeGreaterThan(functions.size())
                .allMatch(log -> log.property("RetentionInDays").asInt() == 7);
        assertThat(functions.values()).allSatisfy(
                function -> assertThat(function.text("LoggingConfig/LogGroup")).isEqualTo(function.name() + "Log"));
    }

    @Test
    void anOperatorIsToldWhenAFunctionFailsOrIsThrottled() {
        Map<String, Templates.Resource> alarms = dev.byName("AWS::CloudWatch::Alarm");

        functions.keySet().forEach(function -> {
            assertThat(alarms.get(function + "Failing").property("Metrics/0/Expression").asText()).contains("errors");
            assertThat(alarms.get(function + "Throttled").property("MetricName").asText()).isEqualTo("Throttles");
        });
        assertThat(alarms.values()).allMatch(alarm -> alarm.text("AlarmActions/0").equals("OperatorAlerts"));
        assertThat(alarms.get("StreamProcessorLate").property("MetricName").asText()).isEqualTo("IteratorAge");
    }

    private Map<String, String> handlers() {
        return functions.values().stream().collect(Collectors.toMap(Templates.Resource::name,
                function -> function.property("Handler").asText(), (one, _) -> one, TreeMap::new));
    }

    private static Path jarOf(String handler) {
        String context = handler.split("\\.")[2];
        String module = switch (context) {
            case "guestaccess" -> "guest-access";
            case "streamprocessor" -> "stream-processor";
            default -> context;
        };
        return Path.of("../functions").resolve(module).resolve("target/function.jar");
    }
}
