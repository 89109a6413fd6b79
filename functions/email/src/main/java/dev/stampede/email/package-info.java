/// E-mail: tells shoppers what became of their orders, as HTML and as text.
///
/// Trigger: the email queue (order_confirmed, order_shipped, order_cancelled, order_expired, order_refunded), with
/// partial batch responses. For those who wait for a product: every minute (NotifyRestocked).
///
/// SendAccessCode has a queue of its own, of guests who ask for a code.
///
/// Promise: one mail for each such event of an order with an address, also when the event is delivered again.
///
/// 1. A mail is claimed in the Emails table, then sent, then marked as sent.
/// 2. After it was sent a repeat is dropped.
/// 3. While it is claimed a repeat is put off, and costs no receive. A claim whose mail was refused is given back at
///    once, and one whose holder died lapses after a minute.
/// 4. An order without an address gets no mail. Nor does one that came to nothing, unless its money was held once or
///    its customer was signed in with the address: nobody is mailed about what a stranger did in their name.
/// 5. Text from outside the shop is escaped in HTML.
/// 6. A mail about an order that came to nothing says why, what becomes of the money, and what to do now; one about a
///    refund says how much of it this one is.
/// 7. Only dying between sending and marking sends a mail twice: SES has no idempotency key.
/// 8. Who waits for a product is told once that units can be ordered again, and is then forgotten.
/// 9. A run sends a bounded number of mails, some for each product. What the provider refused is tried again five times
///    at most, in the next run, and keeps no other mail from being sent. A provider that is away ends the run; that is
///    no try.
/// 10. A product is taken off the list of what is waited for only where nobody asked for it meanwhile.
/// 11. A guest gets a code only where the order was placed with that address; otherwise nothing is kept or sent.
/// 12. A repeat mails the same code while it opens the order, and nothing once it was used, replaced or is too old.
/// 13. One mailbox gets so many mails about orders in a day, however it is written; what is above is kept back.
///     What could not be sent is not counted.
@NullMarked
package dev.stampede.email;

import org.jspecify.annotations.NullMarked;
