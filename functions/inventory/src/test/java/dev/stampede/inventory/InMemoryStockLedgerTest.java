package dev.stampede.inventory;

import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import java.util.Optional;

final class InMemoryStockLedgerTest extends StockLedgerContract {

    private final InMemoryStockLedger ledger = new InMemoryStockLedger();

    @Override
    protected StockLedger ledger() {
        return ledger;
    }

    @Override
    protected void put(Order order) {
        ledger.put(order);
    }

    @Override
    protected void put(Stock stock) {
        ledger.put(stock);
    }

    @Override
    protected void putBought(String counter, long units) {
        ledger.putBought(counter, units);
    }

    @Override
    protected Optional<Order> order(String orderId) {
        return ledger.order(orderId);
    }

    @Override
    protected Stock stock(String sku) {
        return ledger.stock(sku);
    }

    @Override
    protected long bought(String counter) {
        return ledger.bought(counter);
    }
}
