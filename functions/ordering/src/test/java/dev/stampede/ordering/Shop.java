package dev.stampede.ordering;

import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Product;
import dev.stampede.model.RateLimits;
import dev.stampede.model.RecordedOrders;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.SteppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The ports of CreateOrder and GetOrder in memory, counting their calls.
final class Shop implements Offers, RecordedOrders, OrderQueue {

    static final SigningKey KEY = Recorded::secret;
    static final Duration HOLD = Duration.ofMinutes(15);

    final SteppedClock clock = new SteppedClock();
    final Map<String, Product> products = new HashMap<>();
    final Map<String, Stock> stock = new HashMap<>();
    final Map<String, Order> recorded = new HashMap<>();
    final List<PlacedOrder> sent = new ArrayList<>();
    final Map<String, Integer> counted = new HashMap<>();
    int limitCalls;
    OrderBrake.Bounds bounds = new OrderBrake.Bounds(20, 600);
    final RateLimits limits = (what, times, most) -> {
        limitCalls++;
        if (counted.getOrDefault(what, 0) + times > most) {
            return Optional.of(Duration.ofSeconds(90));
        }
        counted.merge(what, times, Integer::sum);
        return Optional.empty();
    };
    int offerReads;
    int sureReads;
    int lookUps;

    Shop() {
        sell("rtx-4090", 159_999, 50);
        sell("cable", 999, 7);
        sell("gone", 100, 0);
    }

    void sell(String sku, long price, long available) {
        sell(sku, price, Optional.empty(), Optional.empty());
        stock.put(sku, Stock.of(sku, available));
    }

    void sell(String sku, long price, Optional<Integer> limit, Optional<Sale> sale) {
        products.put(sku, new Product(sku, sku.toUpperCase(Locale.ROOT), Money.ofMinor(price), Optional.empty(), "",
                "c", "", limit, sale, 1));
    }

    CreateOrderHandler createOrder() {
        return new CreateOrderHandler(createOrder(this), KEY, new Random(1));
    }

    CreateOrder createOrder(OrderQueue queue) {
        return new CreateOrder(this, this, queue, new OrderBrake(limits, bounds, clock), clock);
    }

    GetOrderHandler getOrder() {
        return new GetOrderHandler(new GetOrder(this, KEY));
    }

    @Override
    public Map<String, Offer> find(Collection<String> skus) {
        offerReads++;
        Map<String, Offer> found = new HashMap<>();
        skus.stream().filter(products::containsKey).forEach(
                sku -> found.put(sku, new Offer(products.get(sku), stock.getOrDefault(sku, Stock.of(sku, 0)))));
        return found;
    }

    @Override
    public Map<String, Offer> findNow(Collection<String> skus) {
        sureReads++;
        offerReads--;
        return find(skus);
    }

    @Override
    public Optional<Order> find(String orderId) {
        lookUps++;
        return Optional.ofNullable(recorded.get(orderId));
    }

    @Override
    public void send(PlacedOrder placed) {
        sent.add(placed);
    }
}
