/// Reservation: records accepted orders together with their stock, ends reservations that have run out, and republishes
/// the events of orders whose consumers have not acted.
///
/// Triggers: the orders queue in batches of up to 90 (ProcessOrder), and a schedule, every minute (SweepOrders).
///
/// Promise: an order that was accepted is recorded once, as reserved or as rejected, whatever is retried, killed or
/// repeated; no unit is promised twice; no customer has more than the limit; no reservation outlives its hold.
///
/// ProcessOrder
/// 5. A batch is folded: as many orders as fit are put in one transaction with the sum of their units per SKU.
/// 6. Orders are planned in arrival order, each as a whole; what an earlier one could not use is left to a later one.
/// 7. An order that is recorded already is dropped, and the others go on without it.
/// 8. Only stock and counts that were read, or handed back by a failed condition, reject an order; where the batch
///    itself took the last units, stock is read once more. A conflict or a throttle is tried again after a random
///    pause, a bounded number of times, then put off. Where a table gives no answer in time, all that is left of the
///    batch is put off at once.
/// 9. A rejection is inserted, so it can never replace an order that was reserved.
/// 10. A message that cannot be read, or that no transaction takes, is handed back alone.
/// 16. A sale sells its units and no more, however many are in stock.
/// 17. No customer gets more than the limit, however many orders or spellings of an address it is spread over; who is
///     over it is rejected as such, unless it was sold out before.
/// 40. Who orders a product after its deletion, while its price is still remembered, is rejected as NOT_FOR_SALE; who
///     ordered it before gets it. One made anew under its id is sold to those who ordered it since. Stock itself says
///     when the product is for sale, and each reservation depends on that: it costs no call.
/// 18. A batch ends whatever the tables answer, and each of its orders is recorded once, put off or handed back.
///
/// SweepOrders
/// 23. A reservation ends when its hold has run out, for the reason that it was held, and no other order is ended.
/// 24. The events of an order that is due are asked for again. It is looked at again in ten minutes while a function
///     has to act on them, at the latest at the end of its hold while it is reserved; after a part refund less and less
///     often for two days; and else never.
/// 25. Sweepers that overlap, and clocks that differ, do nothing twice and undo nothing.
/// 26. A broken order keeps no other from its turn, in however many pages; it fails the sweep afterwards.
/// 27. A sweep goes on while there is time; the longest due go first.
@NullMarked
package dev.stampede.reservation;

import org.jspecify.annotations.NullMarked;
