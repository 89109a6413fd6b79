package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Products and stock in memory, counting how often they are read. Each is a day newer than the one before.
final class Shelf implements Products, StockLevels {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    final List<Product> products = new ArrayList<>();
    final Map<String, Stock> stock = new HashMap<>();
    int productReads;
    int stockReads;

    Shelf add(String id, String name, long price, long was, String category, long units) {
        products.add(new Product(id, name, Money.ofMinor(price), Optional.of(Money.ofMinor(was)).filter(m -> was > 0),
                name + " described", category, "/images/products/" + id + ".svg", Optional.empty(), Optional.empty(),
                FIRST.plus(Duration.ofDays(products.size())), 1));
        stock.put(id, Stock.of(id, units));
        return this;
    }

    /// 149.00, and in the sale 59.00; four for each customer.
    Shelf addOnSale(Sale sale, long units) {
        products.add(new Product("earbuds", "Earbuds", Money.ofMinor(14_900), Optional.empty(), "", "audio", "",
                Optional.of(4), Optional.of(sale), 1));
        stock.put("earbuds", Stock.of("earbuds", units));
        return this;
    }

    static Shelf stocked() {
        return new Shelf()
                .add("rtx-4090", "RTX 4090 GPU", 159_999, 199_999, "graphics-cards", 50)
                .add("arc-770", "Arc 770", 29_900, 0, "graphics-cards", 0)
                .add("headset", "Quiet headset", 19_900, 24_900, "audio", 3)
                .add("speakers", "hearth speakers", 19_900, 0, "audio", 7);
    }

    @Override
    public List<Product> all() {
        productReads++;
        return List.copyOf(products);
    }

    @Override
    public Optional<Product> find(String productId) {
        productReads++;
        return products.stream().filter(product -> product.id().equals(productId)).findFirst();
    }

    @Override
    public List<Product> inCategory(String category) {
        productReads++;
        return products.stream().filter(product -> product.category().equals(category)).toList();
    }

    @Override
    public Map<String, Stock> find(Collection<String> skus) {
        stockReads++;
        Map<String, Stock> levels = new HashMap<>(stock);
        levels.keySet().retainAll(skus);
        return levels;
    }
}
