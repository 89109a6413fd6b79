package dev.stampede.infra;

/// The functions that take an order's messages from queues.
record Workers(JavaFunction processOrder, JavaFunction payment, JavaFunction fraud, JavaFunction inventory,
        JavaFunction analytics) {
    // A delivery that Lambda throttles would count as a receive and end as a dead letter: Inventory's queue offers no
    // more at once than Inventory has reserved.
    static final int INVENTORY_CONCURRENCY = 5;

    static Workers in(Functions functions, Deployment deployment, Tables tables) {
        return new Workers(processOrder(functions, deployment, tables), payment(functions, deployment, tables),
                fraud(functions, tables), inventory(functions, tables), analytics(functions, tables));
    }

    private static JavaFunction processOrder(Functions functions, Deployment deployment, Tables tables) {
        return functions.add("ProcessOrder", onOrders("reservation", 30, 1024, tables)
                .with("STOCK_TABLE", tables.stock().getTableName())
                .with("PURCHASE_LIMITS_TABLE", tables.purchaseLimits().getTableName())
                .with("RESERVATION_HOLD", deployment.reservationHold().toString()))
                .allow(tables.stock().getTableArn(), "dynamodb:BatchGetItem", "dynamodb:UpdateItem")
                .allow(tables.purchaseLimits().getTableArn(), "dynamodb:UpdateItem")
                .allow(tables.orders().getTableArn(), "dynamodb:PutItem", "dynamodb:PartiQLInsert");
    }

    private static JavaFunction payment(Functions functions, Deployment deployment, Tables tables) {
        return functions.add("Payment", onOrders("payment", 30, 512, tables)
                .with("PAYMENTS_TABLE", tables.payments().getTableName())
                .with("RESERVATION_HOLD", deployment.reservationHold().toString())
                .with("UNANSWERED_HOLD", deployment.unansweredHold().toString()))
                .allow(tables.orders().getTableArn(), "dynamodb:UpdateItem")
                .allow(tables.payments().getTableArn(), "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
    }

    private static JavaFunction fraud(Functions functions, Tables tables) {
        // Scoring is the one work bound by the processor: twice the memory is twice the core.
        return functions.add("Fraud", onOrders("fraud", 15, 1024, tables)
                .with("FRAUD_SIGNALS_TABLE", tables.fraudSignals().getTableName()))
                .allow(tables.orders().getTableArn(), "dynamodb:UpdateItem")
                .allow(tables.fraudSignals().getTableArn(), "dynamodb:UpdateItem");
    }

    private static JavaFunction inventory(Functions functions, Tables tables) {
        return functions.add("Inventory", onOrders("inventory", 15, 512, tables)
                .with("STOCK_TABLE", tables.stock().getTableName())
                .with("PURCHASE_LIMITS_TABLE", tables.purchaseLimits().getTableName())
                .concurrency(INVENTORY_CONCURRENCY))
                .allow(tables.orders().getTableArn(), "dynamodb:UpdateItem")
                .allow(tables.stock().getTableArn(), "dynamodb:UpdateItem")
                .allow(tables.purchaseLimits().getTableArn(), "dynamodb:UpdateItem");
    }

    private static JavaFunction analytics(Functions functions, Tables tables) {
        return functions.add("Analytics", FunctionSettings.of("analytics", 15, 512)
                .with("SALES_METRICS_TABLE", tables.salesMetrics().getTableName()))
                .allow(tables.salesMetrics().getTableArn(), "dynamodb:PutItem", "dynamodb:UpdateItem");
    }

    private static FunctionSettings onOrders(String module, int timeout, int memory, Tables tables) {
        return FunctionSettings.of(module, timeout, memory).with("ORDERS_TABLE", tables.orders().getTableName());
    }
}
