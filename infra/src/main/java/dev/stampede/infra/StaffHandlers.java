package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;

/// The staff's operations on orders, and the day's sales. The API admits everybody who is signed in; the functions
/// check the group.
public record StaffHandlers(IFunction shipOrder, IFunction deliverOrder, IFunction refundOrder, IFunction decideFraud,
        IFunction receiveReturn, IFunction getSales) {

    static StaffHandlers in(Functions functions, Tables tables) {
        return new StaffHandlers(
                add("ShipOrder", functions, tables),
                add("DeliverOrder", functions, tables),
                add("RefundOrder", functions, tables),
                add("DecideFraud", functions, tables),
                add("ReceiveReturn", functions, tables),
                functions.add("GetSales", HttpHandlers.settings("analytics")
                        .with("SALES_METRICS_TABLE", tables.salesMetrics().getTableName()))
                        .allow(tables.salesMetrics().getTableArn(), "dynamodb:Query").live());
    }

    private static IFunction add(String id, Functions functions, Tables tables) {
        return functions
                .add(id, HttpHandlers.settings("fulfilment").with("ORDERS_TABLE", tables.orders().getTableName()))
                .allow(tables.orders().getTableArn(), "dynamodb:GetItem", "dynamodb:UpdateItem").live();
    }
}
