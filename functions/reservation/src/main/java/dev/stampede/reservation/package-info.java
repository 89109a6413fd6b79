/// Reservation: records accepted orders together with their stock, expires reservations, and republishes the events of
/// orders that were not acknowledged.
///
/// Triggers: the orders queue in batches of up to 90 (ProcessOrder), and a schedule, every minute (SweepOrders).
///
/// Promise: an accepted order is recorded once, as reserved or as rejected, whatever is retried, killed or repeated;
/// no unit is promised twice; no customer exceeds the limit; no reservation outlasts its hold.
///
/// ProcessOrder
/// 5. A batch is grouped: one transaction takes as many orders as fit, with the sum of their units per SKU.
/// 6. Orders are planned in arrival order, each as a whole; what an earlier order could not use is left for later
///    ones.
/// 7. An order that is already recorded is dropped, and the others proceed without it.
/// 8. Only stock and counts that were read, or returned by a failed condition, reject an order; if the batch itself
///    took the last units, the stock is read once more. A conflict or a throttle is retried after a random pause, a
///    bounded number of times, and then put off. If a table gives no answer in time, the rest of the batch is put off
///    at once.
/// 9. A rejection is inserted, so it can never replace an order that was reserved.
/// 10. A message that cannot be read, or that no transaction accepts, is returned as a batch item failure, alone.
/// 16. A sale sells its units and not one more, however many are in stock.
/// 17. No customer gets more than the limit, however many orders or spellings of an address it is spread over; an
///     order above the limit is rejected as such, unless the product was sold out first.
/// 40. An order placed after the product's deletion, while its price is still cached, is rejected as NOT_FOR_SALE; an
///     order placed before is not. A product created anew under the same id is sold to orders placed since then. The
///     Stock item records when the product is for sale, and every reservation depends on it: this costs no call.
/// 18. A batch ends whatever the tables answer, and each of its orders is recorded once, put off, or returned as a
///     batch item failure.
///
/// SweepOrders
/// 23. A reservation expires when its hold is over, with the reason for which it was held; no other order is expired.
/// 24. The events of a due order are republished. The order is due again after ten minutes while a function has to act
///     on it, or at the end of its hold if that is earlier; after a partial refund less and less often for two days;
///     otherwise never.
/// 25. Overlapping sweeps and skewed clocks do nothing twice and undo nothing.
/// 26. A broken order holds up no other, on however many pages; it fails the sweep afterwards.
/// 27. A sweep continues while there is time, the longest due orders first.
@NullMarked
package dev.stampede.reservation;

import org.jspecify.annotations.NullMarked;
