package dev.stampede.infra;

import java.util.List;

import software.amazon.awscdk.services.dynamodb.ITable;

/// The shop's tables, as the other stacks see them.
public record Tables(ITable products, ITable stock, ITable orders, ITable purchaseLimits, ITable payments,
        ITable fraudSignals, ITable salesMetrics, ITable emails, ITable stockAdjustments,
        ITable restockNotices, ITable carts, ITable guestAccess) {

    public List<ITable> all() {
        return List.of(products, stock, orders, purchaseLimits, payments, fraudSignals, salesMetrics, emails,
                stockAdjustments, restockNotices, carts, guestAccess);
    }
}
