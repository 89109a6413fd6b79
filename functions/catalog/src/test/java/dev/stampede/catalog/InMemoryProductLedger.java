package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.model.Product;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Products in memory, with what somebody else does between a read and the write after it.
final class InMemoryProductLedger implements ProductLedger {

    final Map<String, Product> products = new TreeMap<>();
    Runnable afterRead = () -> {};

    @Override
    public Optional<Product> find(String productId) {
        Optional<Product> found = Optional.ofNullable(products.get(productId));
        afterRead.run();
        return found;
    }

    @Override
    public boolean insert(Product product) {
        return products.putIfAbsent(product.id(), product) == null;
    }

    @Override
    public Outcome replace(Product product, long seenVersion) {
        return asSeen(product.id(), seenVersion, () -> products.put(product.id(), product));
    }

    @Override
    public Outcome remove(String productId, long seenVersion) {
        return asSeen(productId, seenVersion, () -> products.remove(productId));
    }

    private Outcome asSeen(String productId, long seenVersion, Runnable write) {
        Product now = products.get(productId);
        if (now == null) {
            return new Missing();
        }
        if (now.version() != seenVersion) {
            return new Stale(now.version());
        }
        write.run();
        return new Written();
    }
}
