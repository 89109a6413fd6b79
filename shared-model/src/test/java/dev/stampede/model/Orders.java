package dev.stampede.model;

import dev.stampede.model.FraudCheck.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders for tests, as large as they come in daily life.
public final class Orders {

    public static final Instant PLACED_AT = Instant.parse("2026-01-01T10:00:00.123Z");
    public static final Instant LATER = PLACED_AT.plusSeconds(2);
    public static final Duration HOLD = Duration.ofMinutes(15);

    public static final FraudCheck APPROVED = new FraudCheck(Decision.APPROVED, 10, List.of("rule"));
    public static final FraudCheck REVIEW = new FraudCheck(Decision.REVIEW, 60, List.of("velocity", "basket"));
    public static final FraudCheck REJECTED = new FraudCheck(Decision.REJECTED, 90, List.of("velocity"));

    private Orders() {}

    public static PlacedOrder placed() {
        return placed(List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(159_999), 1)));
    }

    public static PlacedOrder placed(List<OrderLine> lines) {
        return new PlacedOrder(
                "7d3f2b1a-5c4e-5f60-8a9b-0c1d2e3f4a5b",
                new Customer(Optional.of("customer.with.a.name@example.com"), Optional.empty()),
                lines,
                "tok_ok",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                PLACED_AT);
    }

    public static Order reserved() {
        return Order.reserved(placed(), LATER, HOLD);
    }

    public static Order confirmed() {
        return reserved()
                .paymentAuthorized(LATER.plusSeconds(1)).orElseThrow()
                .fraudDecided(APPROVED, LATER.plusSeconds(2)).orElseThrow();
    }

    public static Order captured() {
        return confirmed().paymentCaptured(LATER.plusSeconds(3)).orElseThrow();
    }

    public static Order rejected() {
        return Order.rejected(placed(), Reason.SOLD_OUT, LATER);
    }

    public static Actor staff(String note) {
        return Actor.staff("ann@example.com", LATER.plusSeconds(60), Optional.of(note));
    }
}
