package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;

/// The functions that answer HTTP requests, each by its live alias.
public record HttpHandlers(IFunction getProducts, IFunction getProduct, IFunction getCategories, IFunction getCategory,
                           IFunction health, IFunction createOrder, IFunction getOrder, IFunction listOrders) {
    // Inside the storefront's own limit of 10 s, so that the function gives up first and can say why.
    private static final int TIMEOUT = 6;
    private static final int MEMORY = 1024;

    static HttpHandlers in(Functions functions, Deployment deployment, Tables tables, ISecret receiptSecret, IQueue orders) {
        String products = tables.products().getTableArn();
        String stock = tables.stock().getTableArn();
        FunctionSettings catalog = FunctionSettings.of("catalog", TIMEOUT, MEMORY);
        FunctionSettings shelf = catalog.with("PRODUCTS_TABLE", tables.products().getTableName());
        FunctionSettings shelfAndStock = shelf.with("STOCK_TABLE", tables.stock().getTableName());
        return new HttpHandlers(
                functions.add("GetProducts", shelfAndStock)
                        .allow(products, "dynamodb:Scan")
                        .allow(stock, "dynamodb:BatchGetItem").live(),
                functions.add("GetProduct", shelfAndStock)
                        .allow(products, "dynamodb:GetItem")
                        .allow(stock, "dynamodb:GetItem").live(),
                functions.add("GetCategories", shelf)
                        .allow(products, "dynamodb:Scan").live(),
                functions.add("GetCategory", shelf)
                        .allow(products + "/index/byCategory", "dynamodb:Query").live(),
                functions.add("Health", catalog.with("STAGE", deployment.stage().label())).live(),
                createOrder(functions, tables, receiptSecret, orders),
                getOrder(functions, tables, receiptSecret),
                listOrders(functions, tables));
    }

    private static IFunction createOrder(Functions functions, Tables tables, ISecret receiptSecret, IQueue orders) {
        return functions.add("CreateOrder", ordering(tables)
                        .with("PRODUCTS_TABLE", tables.products().getTableName())
                        .with("STOCK_TABLE", tables.stock().getTableName())
                        .with("ORDERS_QUEUE_URL", orders.getQueueUrl())
                        .with("RECEIPT_SECRET_ARN", receiptSecret.getSecretArn()))
                .allow(tables.products().getTableArn(), "dynamodb:BatchGetItem")
                .allow(tables.stock().getTableArn(), "dynamodb:BatchGetItem")
                .allow(tables.orders().getTableArn(), "dynamodb:GetItem")
                .allow(orders.getQueueArn(), "sqs:SendMessage")
                .allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue").live();
    }

    private static IFunction getOrder(Functions functions, Tables tables, ISecret receiptSecret) {
        return functions.add("GetOrder", ordering(tables).with("RECEIPT_SECRET_ARN", receiptSecret.getSecretArn()))
                .allow(tables.orders().getTableArn(), "dynamodb:GetItem")
                .allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue").live();
    }

    private static IFunction listOrders(Functions functions, Tables tables) {
        return functions.add("ListOrders", ordering(tables))
                .allow(tables.orders().getTableArn() + "/index/byCustomer", "dynamodb:Query")
                .allow(tables.orders().getTableArn(), "dynamodb:Scan").live();
    }

    private static FunctionSettings ordering(Tables tables) {
        return FunctionSettings.of("ordering", TIMEOUT, MEMORY).with("ORDERS_TABLE", tables.orders().getTableName());
    }
}
