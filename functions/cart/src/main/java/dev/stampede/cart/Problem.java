package dev.stampede.cart;

import dev.stampede.model.CartLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What speaks against ordering a line as it is. In the sequence in which an order would be refused: first what nothing
/// helps against, then what fewer units help against, and last what only needs another look.
enum Problem {

    NOT_FOR_SALE {
        @Override
        boolean concerns(CartLine line, Offer offer, Instant now) {
            return !offer.isForSale(now);
        }
    },
    SOLD_OUT {
        @Override
        boolean concerns(CartLine line, Offer offer, Instant now) {
            return offer.available(now) == 0;
        }
    },
    LIMIT_REACHED {
        @Override
        boolean concerns(CartLine line, Offer offer, Instant now) {
            return offer.orderLine(line.quantity(), now).limitPerCustomer()
                    .filter(limit -> line.quantity() > limit)
                    .isPresent();
        }
    },
    NOT_ENOUGH {
        @Override
        boolean concerns(CartLine line, Offer offer, Instant now) {
            return offer.available(now) < line.quantity();
        }
    },
    PRICE_CHANGED {
        @Override
        boolean concerns(CartLine line, Offer offer, Instant now) {
            return !offer.product().priceAt(now).equals(line.priceWhenAdded());
        }
    };

    abstract boolean concerns(CartLine line, Offer offer, Instant now);

    static Optional<Problem> of(CartLine line, Offer offer, Instant now) {
        return Arrays.stream(values()).filter(problem -> problem.concerns(line, offer, now)).findFirst();
    }
}
