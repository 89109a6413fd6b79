package dev.stampede.verification.storm;

import java.util.List;
import java.util.function.Function;

/// The shop's promise as a list of claims, each judged by the evidence alone.
public final class Audit {

    private static final List<Function<Evidence, Finding>> CLAIMS = List.of(
            ShopClaims::somethingHappened,
            ShopClaims::cameToRest,
            BuyerClaims::definiteAnswers,
            BuyerClaims::oneOrderPerKey,
            BuyerClaims::recordedAsAccepted,
            BuyerClaims::nothingUnasked,
            BuyerClaims::readAsRecorded,
            RefusalClaims::soldOutOnlyWhereItWas,
            RefusalClaims::limitReachedOnlyWhereItWas,
            OrderClaims::unbrokenHistories,
            OrderClaims::settled,
            OrderClaims::deedsDone,
            StockClaims::conserved,
            StockClaims::heldByOrders,
            StockClaims::notOversold,
            LimitClaims::withinLimits,
            LimitClaims::countersMatch,
            MoneyClaims::capturedOnce,
            MoneyClaims::capturedTheTotal,
            MoneyClaims::refundedAsRecorded,
            MoneyClaims::failedOrdersKeepNothing,
            WaitClaims::nobodyWaitsForBrokenCards,
            ShopClaims::confirmationsMailed,
            ShopClaims::figuresCounted,
            ShopClaims::noDeadLetters,
            ShopClaims::noDenials);

    private Audit() {}

    public static List<Finding> of(Evidence evidence) {
        return CLAIMS.stream().map(claim -> judged(claim, evidence)).toList();
    }

    /// Evidence so broken that a claim cannot be judged speaks against the shop, and not against the other claims.
    private static Finding judged(Function<Evidence, Finding> claim, Evidence evidence) {
        try {
            return claim.apply(evidence);
        } catch (RuntimeException e) {
            return new Finding("A claim could be judged", "yes", "no", List.of("audit: " + e));
        }
    }
}
