package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Busy;
import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.lambda.Log;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Puts products on sale, replaces what they say, and takes them off; each only as whoever does it saw it.
public final class ChangeProduct {

    sealed interface Result {
        /// @param product as it stands now
        record Done(Product product) implements Result {}

        /// @param left units that a product of the same id left behind
        record Created(Product product, long left) implements Result {}

        record Removed() implements Result {}

        record Exists() implements Result {}

        /// @param version the product's version now
        record StaleVersion(long version) implements Result {}

        record SaleRefused(SaleChange.Objection why) implements Result {}

        record NotFound() implements Result {}

        /// Others were at the product's stock at every try.
        record Contended() implements Result {}
    }

    private final ProductLedger products;
    private final StockLevels stock;
    private final InstantSource clock;

    public ChangeProduct(ProductLedger products, StockLevels stock, InstantSource clock) {
        this.products = products;
        this.stock = stock;
        this.clock = clock;
    }

    Result create(String id, ProductDescription description) {
        // In whole milliseconds, as it is kept: the answer shows what a read will show.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Stock> counted = counted(id);
        Optional<SaleChange.Objection> objection = description.sale()
                .flatMap(sale -> new SaleChange(Optional.empty(), sale, counted, now).objection());
        if (objection.isPresent()) {
            return new Result.SaleRefused(objection.get());
        }
        // No version of a product that was deleted comes again, for nobody changes one a thousand times a second.
        Product product = description.product(id, now, now.toEpochMilli());
        Result done = new Result.Created(product, counted.map(Stock::available).orElse(0L));
        Result result = result(id, products.insert(product), done);
        return result instanceof Result.StaleVersion ? new Result.Exists() : result;
    }

    Result replace(String id, ProductDescription description, long seenVersion) {
        Optional<Product> now = Optional.of(id).filter(Category::isSlug).flatMap(products::find);
        if (now.isEmpty()) {
            return new Result.NotFound();
        }
        if (now.get().version() != seenVersion) {
            return new Result.StaleVersion(now.get().version());
        }
        Optional<SaleChange.Objection> objection = description.sale()
                .flatMap(sale -> new SaleChange(now.get().sale(), sale, counted(id), clock.instant()).objection());
        if (objection.isPresent()) {
            return new Result.SaleRefused(objection.get());
        }
        Product next = description.product(id, now.get().createdAt(), seenVersion + 1);
        return result(id, products.replace(next, seenVersion, takenOff(now.get(), next)), new Result.Done(next));
    }

    Result remove(String id, long seenVersion) {
        return Optional.of(id).filter(Category::isSlug).flatMap(products::find)
                .map(now -> products.remove(id, seenVersion, clock.instant(), started(now)))
                .map(outcome -> result(id, outcome, new Result.Removed()))
                .orElseGet(Result.NotFound::new);
    }

    /// The sale that a change takes off the product, where it has started: orders in it may wait to be recorded, and
    /// are counted by its terms.
    private Optional<Sale> takenOff(Product now, Product next) {
        return started(now).filter(sale -> next.sale().filter(it -> it.id().equals(sale.id())).isEmpty());
    }

    private Optional<Sale> started(Product now) {
        return now.sale().filter(sale -> SaleChange.isAsGoodAsStarted(sale, clock.instant()));
    }

    /// It outlives the product.
    private Optional<Stock> counted(String id) {
        return Optional.ofNullable(stock.find(List.of(id)).get(id));
    }

    private static Result result(String id, ProductLedger.Outcome outcome, Result done) {
        return switch (outcome) {
            case Written _ -> {
                Log.info("product changed", "productId", id);
                yield done;
            }
            case Stale(long version) -> new Result.StaleVersion(version);
            case Missing _ -> new Result.NotFound();
            case Busy _ -> new Result.Contended();
        };
    }
}
