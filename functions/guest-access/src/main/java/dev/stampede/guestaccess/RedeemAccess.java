package dev.stampede.guestaccess;

import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Hmac;
import dev.stampede.model.KeptCode;
import dev.stampede.model.Order;
import dev.stampede.model.RateLimits;
import dev.stampede.model.Receipt;
import dev.stampede.model.RecordedOrders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Gives the receipt of an order for the code that was mailed to its address. A code is good for ten minutes, five
/// tries and one use; what is wrong with one is not told.
public final class RedeemAccess {

    sealed interface Result {
        record Opened(String orderId, String receiptToken) implements Result {}

        record NotValid() implements Result {}

        record TooOften(Duration pause) implements Result {}
    }

    private final RateLimits limits;
    private final AccessCodes codes;
    private final RecordedOrders recorded;
    private final SigningKey key;

    public RedeemAccess(RateLimits limits, AccessCodes codes, RecordedOrders recorded, SigningKey key) {
        this.limits = limits;
        this.codes = codes;
        this.recorded = recorded;
        this.key = key;
    }

    Result redeem(String orderId, String email, String code, String place) {
        Optional<Duration> wait = AccessBounds.TRYING.refusal(limits, email, place);
        if (wait.isPresent()) {
            return new Result.TooOften(wait.get());
        }
        String given = AccessCode.hash(orderId, email, code, key);
        Optional<Order> opened = codes.tryOnce(orderId)
                .filter(kept -> isSame(kept, given))
                .filter(kept -> codes.use(orderId, kept.requestId()))
                .flatMap(_ -> recorded.find(orderId))
                .filter(order -> belongsTo(order, email));
        return opened.<Result>map(order -> new Result.Opened(orderId, Receipt.of(order.placed()).token(key.secret())))
                .orElseGet(Result.NotValid::new);
    }

    private static boolean belongsTo(Order order, String email) {
        return order.placed().customer().email().filter(email.strip().toLowerCase(Locale.ROOT)::equals).isPresent();
    }

    private static boolean isSame(KeptCode kept, String given) {
        return Hmac.isSame(kept.codeHash(), given);
    }
}
