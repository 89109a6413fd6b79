/// Guest access: lets a guest who lost an order's receipt open the order, with a code mailed to the order's address.
/// The module `email` looks the order up and mails the code.
///
/// Triggers: `POST /orders/{id}/access-code` (RequestAccessCode) and `POST /orders/{id}/access` (RedeemAccessCode).
///
/// Promise: nobody learns which orders exist, and an order opens only to whoever reads the mail of its address.
///
/// RequestAccessCode and RedeemAccessCode
/// 28. A request for a code gets the same answer, after the same work, whether the order exists or not.
/// 29. A code opens the order of the address that it was mailed to, for ten minutes, five attempts and one use. What
///     is wrong with a code is not revealed. Only an HMAC of it is stored.
/// 30. The number of requests and attempts per address and per network is bounded in each quarter of an hour; beyond
///     that the answer is 429 with the remaining time, whatever exists.
@NullMarked
package dev.stampede.guestaccess;

import org.jspecify.annotations.NullMarked;
