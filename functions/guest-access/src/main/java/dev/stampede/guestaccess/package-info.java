/// Guest access: opens an order to a guest who has lost its receipt, by a code that is mailed to the order's address. The
/// module `email` looks the order up and mails the code.
///
/// Triggers: `POST /orders/{id}/access-code` (RequestAccessCode) and `POST /orders/{id}/access` (RedeemAccessCode).
///
/// Promise: nobody learns which orders exist, and an order opens only to whoever reads the mail of its address.
///
/// RequestAccessCode and RedeemAccessCode
/// 28. Who asks for a code is answered the same, after the same work, whether there is such an order or not.
/// 29. A code opens the order of the address that it was mailed to, for ten minutes, five tries and one use. What is
///     wrong with a code is not told. Only an HMAC of it is kept.
/// 30. One address and one place may ask and try so often in a quarter of an hour; then it is 429 with the rest of it,
///     whatever exists.
@NullMarked
package dev.stampede.guestaccess;

import org.jspecify.annotations.NullMarked;
