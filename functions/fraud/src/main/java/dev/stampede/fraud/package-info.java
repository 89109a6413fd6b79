/// Fraud: scores each new order with a list of small rules and records the decision on the order.
///
/// Trigger: the fraud queue (order_created), with partial batch responses.
///
/// Promise: every reserved order gets one decision, which no repeat changes.
///
/// 1. The score is the sum of the rules' points, at most 100: below 50 the order is approved, below 80 held for
///    review, otherwise rejected.
/// 2. The decision is recorded only while the order is reserved and undecided.
/// 3. An order counts once towards its buyer's velocity, however often it is delivered and however the address is
///    spelled: buyers are identified as they are for purchase limits.
/// 4. An ordinary order is approved, also one of several and one for an expensive product.
/// 5. Addresses are stored only as a hash.
/// 6. A message that cannot be read is returned as a batch item failure, alone.
@NullMarked
package dev.stampede.fraud;

import org.jspecify.annotations.NullMarked;
