package dev.stampede.verification.invariant;

import dev.stampede.model.Order;
import dev.stampede.verification.workload.ActionResult;
import dev.stampede.verification.workload.CatalogueItem;
import dev.stampede.verification.workload.ClientHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What was observed by the end of a run, without any judgement.
///
/// @param at           when the tables were read
/// @param catalogue        what was for sale, by SKU
/// @param orders       the Orders table, by order id
/// @param stock        the Stock table, by SKU
/// @param payments     the gateway's ledger, by order id
/// @param bought       the PurchaseLimits table, by counter
/// @param mails        number of confirmations in the mailbox, by order id
/// @param mailRisks    injected faults that may cause a second mail: a kill or a lost answer between sending a mail and
///                     recording that it was sent
/// @param deferredPayments       messages that Payment deferred because it considered its provider down
/// @param figures      the SalesMetrics table summed over its hours, by metric
/// @param deadLetters  messages in each dead-letter queue
/// @param denials      calls that IAM refused, with their roles
/// @param pendingWork       work that was still open when the wait ended
public record Evidence(
        Instant at,
        Map<String, CatalogueItem> catalogue,
        List<ClientHistory> clientHistories,
        List<ActionResult> actionResults,
        Map<String, Order> orders,
        Map<String, Units> stock,
        Map<String, Payment> payments,
        Map<String, Long> bought,
        Map<String, Long> mails,
        long mailRisks,
        long deferredPayments,
        Map<String, Long> figures,
        Map<String, Long> deadLetters,
        List<String> denials,
        List<String> pendingWork) {

    /// One item of the Stock table, unchecked: counts may be negative.
    ///
    /// @param saleLeft by sale id
    public record Units(long available, long reserved, long sold, Map<String, Long> saleLeft) {}

    /// One order in the payment gateway's ledger, in minor units.
    ///
    /// @param held     whether money is authorised on the card but not captured
    /// @param captures how often the amount was captured
    public record Payment(long amount, boolean held, long captures, long refunded) {

        /// What the shop keeps: captures less refunds.
        public long net() {
            return captures * amount - refunded;
        }
    }

    /// What was on sale under a SKU.
    CatalogueItem item(String sku) {
        return Objects.requireNonNull(catalogue.get(sku), sku);
    }
}
