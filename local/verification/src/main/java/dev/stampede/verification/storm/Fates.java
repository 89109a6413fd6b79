package dev.stampede.verification.storm;

import java.util.List;
import java.util.Random;

/// What becomes of orders by people's hands, drawn.
final class Fates {

    private Fates() {}

    /// Most who got a bargain keep it.
    static List<Step> ofBargain(Random random) {
        int lot = random.nextInt(100);
        return lot < 85 ? List.of() : lot < 95 ? List.of(Step.CANCEL) : List.of(Step.SHIP);
    }

    static List<Step> ofOrder(Random random) {
        int lot = random.nextInt(100);
        return lot < 45
                ? List.of()
                : lot < 60
                        ? List.of(Step.CANCEL)
                        : lot < 66
                                ? List.of(Step.SHIP)
                                : lot < 71
                                        ? List.of(Step.SHIP, Step.DELIVER)
                                        : lot < 76
                                                ? List.of(Step.SHIP, Step.DELIVER, Step.RETURN, Step.RESTOCK)
                                                : lot < 80
                                                        ? List.of(Step.SHIP, Step.DELIVER, Step.RETURN, Step.RESTOCK,
                                                                Step.REFUND_REST)
                                                        : lot < 84
                                                                ? List.of(Step.SHIP, Step.DELIVER, Step.RETURN,
                                                                        Step.WRITE_OFF, Step.REFUND_PART)
                                                                : lot < 90
                                                                        ? List.of(Step.REFUND_PART)
                                                                        : lot < 95
                                                                                ? List.of(Step.REFUND_REST)
                                                                                : List.of(Step.SHIP, Step.REFUND_PART,
                                                                                        Step.REFUND_REST);
    }

    /// Some are never looked at: they stay reserved for a day.
    static List<Step> ofReview(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> List.of(Step.APPROVE);
            case 2, 3 -> List.of(Step.REJECT);
            default -> List.of();
        };
    }
}
