package dev.stampede.verification.storm;

import dev.stampede.model.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is known when the storm is over, without any judgement.
///
/// @param at           when the tables were read
/// @param shelf        what was for sale, by SKU
/// @param orders       the Orders table, by order id
/// @param stock        the Stock table, by SKU
/// @param payments     the gateway's ledger, by order id
/// @param bought       the PurchaseLimits table, by counter
/// @param mails        confirmations in the mailbox, by order id
/// @param mailRisks    injected faults that may send a mail twice: a kill or a lost answer between sending and noting
///                     it
/// @param putOff       messages that Payment put off because it took its provider for gone
/// @param figures      the SalesMetrics table summed over its hours, by metric
/// @param deadLetters  messages in each dead-letter queue
/// @param denials      what roles were refused
/// @param unrest       what had not come to rest when the wait was over
public record Evidence(
        Instant at,
        Map<String, Goods> shelf,
        List<Told> told,
        List<Deed> deeds,
        Map<String, Order> orders,
        Map<String, Units> stock,
        Map<String, Payment> payments,
        Map<String, Long> bought,
        Map<String, Long> mails,
        long mailRisks,
        long putOff,
        Map<String, Long> figures,
        Map<String, Long> deadLetters,
        List<String> denials,
        List<String> unrest) {

    /// One item of the Stock table as it is, negative numbers and all.
    ///
    /// @param saleLeft by sale id
    public record Units(long available, long reserved, long sold, Map<String, Long> saleLeft) {}

    /// One order in the gateway's ledger, in minor units.
    ///
    /// @param held     whether money is held on the card without being taken
    /// @param captures how often it was taken
    public record Payment(long amount, boolean held, long captures, long refunded) {

        /// What the shop has of it.
        public long net() {
            return captures * amount - refunded;
        }
    }
}
