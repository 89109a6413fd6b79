/// Fraud: scores each new order with a list of small rules and records the decision on the order.
///
/// Trigger: the fraud queue (order_created), with partial batch responses.
///
/// Promise: every reserved order gets one decision, which no repeat changes.
///
/// 1. The score is the sum of the rules' points, at most 100: below 50 approved, below 80 held for review, else
///    rejected.
/// 2. The decision is recorded only while the order is reserved and undecided.
/// 3. An order counts once towards its buyer's velocity, however often it is delivered and however the buyer writes an
///    address: purchase limits know buyers by the same name.
/// 4. An ordinary order, also one of several or one for an expensive article, is approved.
/// 5. Addresses are kept only as a hash.
/// 6. A message that cannot be read is handed back alone.
@NullMarked
package dev.stampede.fraud;

import org.jspecify.annotations.NullMarked;
