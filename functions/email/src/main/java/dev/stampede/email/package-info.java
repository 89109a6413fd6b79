/// E-mail: tells shoppers what happened to their orders, as HTML and as text.
///
/// Triggers: the email queue (order_confirmed, order_shipped, order_cancelled, order_expired, order_refunded), with
/// partial batch responses; a schedule, every minute, for restock notices (NotifyRestocked); the queue of guests who
/// ask for an access code (SendAccessCode).
///
/// Promise: one mail for each such event of an order with an address, also when the event is delivered again.
///
/// 1. A mail is claimed in the Emails table, then sent, then marked as sent.
/// 2. Once a mail is sent, a repeat of its event is dropped.
/// 3. While a mail is claimed, a repeat is put off without counting a receive. A claim is released at once if its
///    mail was refused, and lapses after a minute if its holder died.
/// 4. An order without an address gets no mail. A failed order gets none either, unless its money was held once or its
///    customer was signed in with the address: nobody is mailed about what a stranger did in their name.
/// 5. Text from outside the shop is escaped in HTML.
/// 6. A mail about a failed order says why it failed, what happens to the money, and what to do now; a mail about a
///    refund says how much of the total it is.
/// 7. Only a crash between sending and marking sends a mail twice: SES has no idempotency key.
/// 8. Whoever waits for a product is told once that units can be ordered again, and is then forgotten.
/// 9. A run sends a bounded number of mails, some for each product. A mail that the provider refused is retried five
///    times at most, in later runs, and holds up no other mail. If the provider is down the run ends, and no attempt
///    is counted.
/// 10. A product is taken off the waiting list only if nobody asked for it meanwhile.
/// 11. A guest gets a code only if the order was placed with that address; otherwise nothing is stored or sent.
/// 12. A repeat mails the same code while it is valid, and nothing once it was used, replaced or has expired.
/// 13. One mailbox gets a bounded number of order mails a day, however its address is spelled; the rest is held back.
///     Mails that could not be sent do not count.
@NullMarked
package dev.stampede.email;

import org.jspecify.annotations.NullMarked;
