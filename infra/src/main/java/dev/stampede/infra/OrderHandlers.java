package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;

/// The shopper's operations on orders. All of them issue or check receipt tokens.
public record OrderHandlers(IFunction createOrder, IFunction getOrder, IFunction listOrders, IFunction cancelOrder,
        IFunction requestReturn, IFunction checkout) {

    static OrderHandlers in(Functions functions, Deployment deployment, Tables tables, ISecret receiptSecret,
            IQueue queue) {
        String orders = tables.orders().getTableArn();
        FunctionSettings ordering = HttpHandlers.settings("ordering")
                .with("ORDERS_TABLE", tables.orders().getTableName())
                .with("RECEIPT_SECRET_ARN", receiptSecret.getSecretArn());
        FunctionSettings accepting = ordering
                .with("PRODUCTS_TABLE", tables.products().getTableName())
                .with("STOCK_TABLE", tables.stock().getTableName())
                .with("ORDERS_QUEUE_URL", queue.getQueueUrl())
                .with("GUEST_ACCESS_TABLE", tables.guestAccess().getTableName())
                .with("ORDERS_PER_MAILBOX", String.valueOf(deployment.orderBounds().perMailbox()))
                .with("ORDERS_PER_PLACE", String.valueOf(deployment.orderBounds().perPlace()));
        return new OrderHandlers(
                allowAccepting(functions.add("CreateOrder", accepting), tables, receiptSecret, queue).live(),
                allowReceipts(functions.add("GetOrder", ordering), receiptSecret)
                        .allow(orders, "dynamodb:GetItem").live(),
                allowReceipts(functions.add("ListOrders", ordering), receiptSecret)
                        .allow(orders + "/index/byCustomer", "dynamodb:Query")
                        .allow(orders + "/index/byMonth", "dynamodb:Query")
                        .allow(orders, "dynamodb:BatchGetItem")
                        .allow(orders, "dynamodb:Scan").live(),
                allowReceipts(functions.add("CancelOrder", ordering), receiptSecret)
                        .allow(orders, "dynamodb:GetItem", "dynamodb:UpdateItem").live(),
                allowReceipts(functions.add("RequestReturn", ordering), receiptSecret)
                        .allow(orders, "dynamodb:GetItem", "dynamodb:UpdateItem").live(),
                allowAccepting(functions.add("Checkout", accepting
                        .with("CARTS_TABLE", tables.carts().getTableName())), tables, receiptSecret, queue)
                        .allow(tables.carts().getTableArn(), "dynamodb:Query", "dynamodb:PutItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:DeleteItem")
                        .live());
    }

    private static JavaFunction allowAccepting(JavaFunction function, Tables tables, ISecret receiptSecret,
            IQueue queue) {
        return allowReceipts(function, receiptSecret)
                .allow(tables.products().getTableArn(), "dynamodb:BatchGetItem")
                .allow(tables.stock().getTableArn(), "dynamodb:BatchGetItem")
                .allow(tables.orders().getTableArn(), "dynamodb:GetItem")
                .allow(tables.guestAccess().getTableArn(), "dynamodb:UpdateItem")
                .allow(queue.getQueueArn(), "sqs:SendMessage");
    }

    private static JavaFunction allowReceipts(JavaFunction function, ISecret receiptSecret) {
        return function.allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue");
    }
}
