package dev.stampede.catalog;

import dev.stampede.catalog.StockAdjustments.Outcome.Applied;
import dev.stampede.catalog.StockAdjustments.Outcome.AppliedBefore;
import dev.stampede.catalog.StockAdjustments.Outcome.Busy;
import dev.stampede.catalog.StockAdjustments.Outcome.PreconditionFailed;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.Staff;
import dev.stampede.model.Stock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Changes a product's units by hand, once for each idempotency key, beside all orders that take units meanwhile.
public final class SetStock {

    sealed interface Result {
        /// @param stock as it stands now
        record Done(Stock stock) implements Result {}

        /// The same request as before; the stock as it stands now.
        record Replayed(Stock stock) implements Result {}

        /// The key changed something else of this product before.
        record KeyReused() implements Result {}

        /// There are not as many as were expected.
        record Changed(long available) implements Result {}

        /// More would go than there are.
        record TooLow(long available) implements Result {}

        record NotFound() implements Result {}

        /// Others wrote the same stock at every try.
        record Contended() implements Result {}
    }

    private static final int MAX_TRIES = 6;

    private final Products products;
    private final StockAdjustments books;
    private final Backoff backoff;
    private final InstantSource clock;

    public SetStock(Products products, StockAdjustments books, Backoff backoff, InstantSource clock) {
        this.products = products;
        this.books = books;
        this.backoff = backoff;
        this.clock = clock;
    }

    Result set(StockRequest request, Staff staff) {
        StockAdjustment adjustment = request.adjustment(clock.instant().truncatedTo(ChronoUnit.MILLIS), staff.member());
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            switch (books.book(adjustment)) {
                case PreconditionFailed(Optional<Stock> stock) when stock.isPresent() -> {
                    return refusal(adjustment, stock.get().available());
                }
                case PreconditionFailed _ -> {
                    if (products.find(adjustment.sku()).isEmpty()) {
                        return new Result.NotFound();
                    }
                    if (!opens(adjustment)) {
                        return refusal(adjustment, 0);
                    }
                    if (books.open(adjustment)) {
                        return done(adjustment);
                    }
                    backoff.pause(tries);
                }
                case Applied _ -> {
                    return done(adjustment);
                }
                case AppliedBefore(StockAdjustment before) -> {
                    return adjustment.isRepeatOf(before)
                            ? new Result.Replayed(now(adjustment.sku()))
                            : new Result.KeyReused();
                }
                case Busy _ -> backoff.pause(tries);
            }
        }
        return new Result.Contended();
    }

    private Result done(StockAdjustment adjustment) {
        Log.info("stock changed by hand", "sku", adjustment.sku(), "units", adjustment.units());
        return new Result.Done(now(adjustment.sku()));
    }

    /// Whether it can be the first of its SKU, of which there are no units yet.
    private static boolean opens(StockAdjustment adjustment) {
        return adjustment.units() >= 0 && adjustment.expected().filter(expected -> expected != 0).isEmpty();
    }

    private static Result refusal(StockAdjustment adjustment, long available) {
        return adjustment.available().isPresent() ? new Result.Changed(available) : new Result.TooLow(available);
    }

    private Stock now(String sku) {
        return books.stock(sku).orElseThrow();
    }
}
