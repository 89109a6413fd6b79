package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.lambda.Log;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Puts products on sale, replaces what they say, and takes them off; each only as whoever does it saw it.
public final class ChangeProduct {

    sealed interface Result {
        /// @param product as it stands now
        record Done(Product product) implements Result {}

        record Removed() implements Result {}

        record Exists() implements Result {}

        /// @param version the product's version now
        record StaleVersion(long version) implements Result {}

        record SaleStarted() implements Result {}

        record NotFound() implements Result {}
    }

    private final ProductLedger products;
    private final InstantSource clock;

    public ChangeProduct(ProductLedger products, InstantSource clock) {
        this.products = products;
        this.clock = clock;
    }

    Result create(String id, ProductDescription description) {
        // In whole milliseconds, as it is kept: the answer shows what a read will show.
        Product product = description.product(id, clock.instant().truncatedTo(ChronoUnit.MILLIS), 1);
        if (!products.insert(product)) {
            return new Result.Exists();
        }
        Log.info("product created", "productId", id);
        return new Result.Done(product);
    }

    Result replace(String id, ProductDescription description, long seenVersion) {
        Optional<Product> now = Optional.of(id).filter(Category::isSlug).flatMap(products::find);
        if (now.isEmpty()) {
            return new Result.NotFound();
        }
        if (now.get().version() != seenVersion) {
            return new Result.StaleVersion(now.get().version());
        }
        if (changesUnitsOfStartedSale(now.get(), description, clock.instant())) {
            return new Result.SaleStarted();
        }
        Product next = description.product(id, now.get().createdAt(), seenVersion + 1);
        return result(id, products.replace(next, seenVersion), new Result.Done(next));
    }

    Result remove(String id, long seenVersion) {
        return Category.isSlug(id)
                ? result(id, products.remove(id, seenVersion), new Result.Removed())
                : new Result.NotFound();
    }

    /// What a sale has left is counted down with its orders, from the units it had at the first one: new units would
    /// be shown and never sold.
    private static boolean changesUnitsOfStartedSale(Product now, ProductDescription next, Instant at) {
        Optional<Sale> started = now.sale().filter(sale -> !at.isBefore(sale.startsAt()));
        return started.isPresent()
                && next.sale()
                        .filter(sale -> sale.id().equals(started.get().id()) && sale.units() != started.get().units())
                        .isPresent();
    }

    private static Result result(String id, ProductLedger.Outcome outcome, Result done) {
        return switch (outcome) {
            case Written _ -> {
                Log.info("product changed", "productId", id);
                yield done;
            }
            case Stale(long version) -> new Result.StaleVersion(version);
            case Missing _ -> new Result.NotFound();
        };
    }
}
