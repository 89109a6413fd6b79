package dev.stampede.load;

import dev.stampede.load.endpoints.Catalogue;
import dev.stampede.load.endpoints.Orders;
import dev.stampede.load.journeys.GrabOne;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/// Deals out the buyers of one SKU: each has a key and an address of their own, and every fifth sends the order twice.
final class Buyers implements Iterator<Map<String, Object>> {

    private static final int ONE_IN = 5;

    private final Run run;
    private final String label;
    private final String sku;
    private final int count;
    private int next;

    Buyers(Run run, String label, String sku, int count) {
        this.run = run;
        this.label = label;
        this.sku = sku;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String buyer = label + "-" + ++next;
        return Map.of(
                Orders.KEY, buyer + "-" + run.id(),
                Orders.EMAIL, run.address(buyer),
                Orders.QUANTITY, 1,
                Catalogue.PRODUCT, sku,
                GrabOne.TWICE, next % ONE_IN == 0);
    }
}
