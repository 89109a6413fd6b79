package dev.stampede.verification.invariant;

import java.util.List;
import java.util.function.Function;

/// The shop's promises as a list of claims, each judged by the evidence alone.
public final class Audit {

    private static final List<Function<Evidence, Finding>> CLAIMS = List.of(
            ShopClaims::somethingHappened,
            ShopClaims::workFinished,
            BuyerClaims::definiteAnswers,
            BuyerClaims::oneOrderPerKey,
            BuyerClaims::recordedAsAccepted,
            BuyerClaims::nothingUnasked,
            BuyerClaims::readAsRecorded,
            RefusalClaims::soldOutOnlyWhereItWas,
            RefusalClaims::limitReachedOnlyWhereItWas,
            OrderClaims::unbrokenHistories,
            OrderClaims::settled,
            OrderClaims::actionsRecordedOnce,
            StockClaims::conserved,
            StockClaims::heldByOrders,
            StockClaims::notOversold,
            LimitClaims::withinLimits,
            LimitClaims::countersMatch,
            MoneyClaims::capturedOnce,
            MoneyClaims::capturedTheTotal,
            MoneyClaims::refundedAsRecorded,
            MoneyClaims::failedOrdersKeepNothing,
            WaitClaims::noPaymentWaitsForFailingCards,
            ShopClaims::confirmationsMailed,
            ShopClaims::figuresCounted,
            ShopClaims::noDeadLetters,
            ShopClaims::noDenials);

    private Audit() {}

    public static List<Finding> of(Evidence evidence) {
        return CLAIMS.stream().map(claim -> judged(claim, evidence)).toList();
    }

    /// A claim that cannot be judged because the evidence is broken counts as broken; the other claims are still
    /// judged.
    private static Finding judged(Function<Evidence, Finding> claim, Evidence evidence) {
        try {
            return claim.apply(evidence);
        } catch (RuntimeException e) {
            return new Finding("Every claim can be judged", "yes", "no", List.of("audit: " + e));
        }
    }
}
