package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.Money;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import java.time.InstantSource;
import java.util.Optional;

/// Orders what is in a cart, by the way of every order. What is in the cart is ordered once, whoever asks, under
/// whatever key, and wherever one of them dies: an order is written into the cart before it is sent, and whoever finds
/// one there that has not got its lines yet finishes it first.
public final class Checkout {

    sealed interface Result {
        record Answered(CreateOrder.Result result) implements Result {}

        record Empty() implements Result {}

        record TotalChanged(Money total) implements Result {}

        /// Others changed the cart each time in between.
        record Busy() implements Result {}
    }

    static final int MAX_TRIES = 5;

    private final Carts carts;
    private final CreateOrder createOrder;
    private final SigningKey receiptKey;
    private final Backoff backoff;
    private final InstantSource clock;

    /// @param receiptKey the carts' tokens are made with it too
    public Checkout(
            Carts carts, CreateOrder createOrder, SigningKey receiptKey, Backoff backoff, InstantSource clock) {
        this.carts = carts;
        this.createOrder = createOrder;
        this.receiptKey = receiptKey;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// Empty where the token opens no such cart. No table is asked.
    Optional<CartId> open(String cartId, Optional<String> token) {
        return CartId.of(cartId).filter(id -> token.filter(it -> id.opensWith(it, receiptKey.secret())).isPresent());
    }

    /// @param place where the request comes from
    Result checkOut(CartId id, CheckoutRequest request, IdempotencyKey key, String place, String traceparent) {
        Attempt attempt = new Attempt(key.orderIdIn(id), request, request.fingerprint(id), place, traceparent);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (tries > 0) {
                backoff.pause(tries - 1);
            }
            Carts.Read read = carts.read(id, clock.instant());
            Optional<PlacedOrder> underWay = read.cart().beingOrdered();
            if (underWay.isPresent()) {
                createOrder.send(underWay.get());
                finish(read.cart(), underWay.get());
                // What it left in the cart, if anything, is there for this one.
                continue;
            }
            Optional<Result> result = earlier(attempt, read).or(() -> order(attempt, read.cart()));
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Result.Busy();
    }

    private record Attempt(
            String orderId, CheckoutRequest request, String fingerprint, String place, String traceparent) {}

    /// A recorded order is the best answer to a replay; before it is recorded, the mark in the cart has it.
    private Optional<Result> earlier(Attempt attempt, Carts.Read read) {
        return createOrder.earlier(attempt.orderId(), attempt.fingerprint())
                .or(() -> Optional.ofNullable(read.ordered().get(attempt.orderId()))
                        .map(placed -> placed.fingerprint().equals(attempt.fingerprint())
                                ? new CreateOrder.Result.Replayed(placed, OrderStatus.PENDING, true)
                                : new CreateOrder.Result.KeyReused()))
                .map(Result.Answered::new);
    }

    /// Empty where the cart had become another one.
    private Optional<Result> order(Attempt attempt, Cart cart) {
        if (cart.lines().isEmpty()) {
            return Optional.of(new Result.Empty());
        }
        OrderRequest order = attempt.request().order(cart);
        CreateOrder.Result offered =
                createOrder.offer(order, attempt.orderId(), attempt.fingerprint(), attempt.traceparent());
        if (otherTotal(attempt, offered).isPresent()) {
            offered = createOrder.offerNow(order, attempt.orderId(), attempt.fingerprint(), attempt.traceparent());
        }
        if (!(offered instanceof CreateOrder.Result.Accepted(PlacedOrder placed))) {
            return Optional.of(new Result.Answered(offered));
        }
        Optional<Money> other = otherTotal(attempt, offered);
        if (other.isPresent()) {
            return other.map(Result.TotalChanged::new);
        }
        Optional<CreateOrder.Result> refusal = createOrder.brake(placed, attempt.place());
        if (refusal.isPresent()) {
            return refusal.map(Result.Answered::new);
        }
        if (!carts.claim(cart, placed, clock.instant())) {
            createOrder.uncount(placed, attempt.place());
            return Optional.empty();
        }
        // From here on the order is in the cart, and is sent by whoever comes next if not now: so it stays counted.
        createOrder.send(placed);
        finish(cart, placed);
        return Optional.of(new Result.Answered(offered));
    }

    /// What it costs, where the shopper was told otherwise.
    private static Optional<Money> otherTotal(Attempt attempt, CreateOrder.Result offered) {
        return offered instanceof CreateOrder.Result.Accepted(PlacedOrder placed)
                ? Optional.of(placed.totals().total()).filter(total -> attempt.request().shownTotal()
                        .filter(shown -> !shown.equals(total)).isPresent())
                : Optional.empty();
    }

    /// Gives an order that was sent its lines, as they are by now.
    ///
    /// @throws IllegalStateException where others change them each time in between: the order stands, and whoever comes
    ///         next finishes it
    private void finish(Cart seen, PlacedOrder placed) {
        Cart cart = seen;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (carts.ordered(cart, placed, clock.instant())) {
                return;
            }
            backoff.pause(tries);
            cart = carts.read(seen.id(), clock.instant()).cart();
            if (cart.beingOrdered().filter(it -> it.orderId().equals(placed.orderId())).isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("the cart of " + placed.orderId() + " did not hold still");
    }
}
