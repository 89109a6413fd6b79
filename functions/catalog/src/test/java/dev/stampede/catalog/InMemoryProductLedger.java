package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Busy;
import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.model.ForSale;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Products in memory and what their stock is told of them, with what somebody else does between a read and the write
/// after it.
final class InMemoryProductLedger implements ProductLedger {

    final Map<String, Product> products = new TreeMap<>();
    final Map<String, Stock> stock;
    Runnable afterRead = () -> {};
    boolean busy;

    InMemoryProductLedger() {
        this(new HashMap<>());
    }

    InMemoryProductLedger(Map<String, Stock> stock) {
        this.stock = stock;
    }

    @Override
    public Optional<Product> find(String productId) {
        Optional<Product> found = Optional.ofNullable(products.get(productId));
        afterRead.run();
        return found;
    }

    @Override
    public Outcome insert(Product product) {
        Product there = products.get(product.id());
        if (there != null) {
            return new Stale(there.version());
        }
        if (busy || product.sale().filter(sale -> counted(product.id()).saleUnitsLeft().containsKey(sale.id()))
                .isPresent()) {
            return new Busy();
        }
        products.put(product.id(), product);
        mark(product.id(), _ -> ForSale.since(product.createdAt()), Optional.empty());
        return new Written();
    }

    @Override
    public Outcome replace(Product product, long seenVersion, Optional<Sale> takenOff) {
        return asSeen(product.id(), seenVersion, () -> {
            products.put(product.id(), product);
            takenOff.ifPresent(sale -> mark(product.id(), same -> same, Optional.of(sale)));
        });
    }

    @Override
    public Outcome remove(String productId, long seenVersion, Instant now, Optional<Sale> takenOff) {
        return asSeen(productId, seenVersion, () -> {
            products.remove(productId);
            mark(productId, sold -> new ForSale(sold.since(), now), takenOff);
        });
    }

    private Outcome asSeen(String productId, long seenVersion, Runnable write) {
        Product now = products.get(productId);
        if (now == null) {
            return new Missing();
        }
        if (now.version() != seenVersion) {
            return new Stale(now.version());
        }
        if (busy) {
            return new Busy();
        }
        write.run();
        return new Written();
    }

    private Stock counted(String sku) {
        return stock.getOrDefault(sku, Stock.of(sku, 0));
    }

    private void mark(String sku, UnaryOperator<ForSale> forSale, Optional<Sale> taken) {
        Stock now = counted(sku);
        Map<String, Long> left = new HashMap<>(now.saleUnitsLeft());
        taken.ifPresent(sale -> left.putIfAbsent(sale.id(), sale.units()));
        stock.put(sku, new Stock(
                sku, now.available(), now.reserved(), now.sold(), left, forSale.apply(now.forSale())));
    }
}
