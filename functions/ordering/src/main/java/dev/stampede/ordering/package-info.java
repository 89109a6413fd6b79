/// Ordering: accepts orders and queues them, and lets people read, cancel and return their own.
///
/// Triggers: `POST /orders` (CreateOrder), `POST /checkout/{cartId}` (Checkout), `GET /orders/{id}` (GetOrder), `GET
/// /orders` behind the authorizer (ListOrders), `POST /orders/{id}/cancel` (CancelOrder) and `POST
/// /orders/{id}/return` (RequestReturn).
///
/// Promise: an order is accepted at the catalogue's price or refused with the reason, and one key names one order
/// however often it is sent; nobody reads or changes an order that is not theirs.
///
/// CreateOrder
/// 1. A body with errors is refused, every error is named by its field, and nothing is enqueued.
/// 2. Price, sale and limit are the catalogue's at the moment of acceptance. A client price that differs is 409
///    PRICE_CHANGED. Refusals are ranked: first what no change to the order can fix, then what a smaller quantity
///    fixes (409 LIMIT_REACHED), then a changed price.
/// 3. One idempotency key names one order: a replay gets the same order, another body is 422.
/// 38. A replay gets the receipt again for five minutes, and later only under a key of 22 characters or more, because
///     a shorter one may be guessed. The holder of the cart's token always gets it.
/// 4. With a warm catalogue an order costs two AWS calls: one look-up and one send.
/// 14. A sale starts and ends on the second, whatever is cached; before it, 409 SALE_NOT_STARTED says when to come
///     back.
/// 15. What is sold out, in stock or in a running sale, is answered 409 SOLD_OUT from memory, with one read per
///     second, however many ask. Returned units can be ordered a second later.
///
/// GetOrder and ListOrders
/// 11. A guest reads an order with its receipt; without one the order does not exist.
/// 12. If two bodies raced under one key, the loser's receipt says so and shows nothing of the other's order.
/// 13. A customer lists the orders of the verified address; an administrator lists anybody's, with what staff may see.
/// 19. A listed order comes with its receipt: whoever may list it may read, cancel and return it.
/// 23. An administrator lists the orders of a day in UTC; for a customer that is 403.
///
/// CancelOrder and RequestReturn
/// 20. The receipt opens an order as it does for reading. An order that is not recorded yet is 409 PENDING, for a
///     second.
/// 21. An order is cancelled until it is shipped, and returned once it is delivered; otherwise 409 with its current
///     state. Concurrent changes take effect one after the other: each applies to the state that the one before left,
///     or is refused because of it.
/// 22. The body may be omitted, and contains at most a note.
///
/// Checkout
/// 28. A cart is ordered the way every order is: the same prices, refusals and queue as in requirements 2, 3 and 15.
/// 29. Without the cart's token there is no cart, and no table is read. A receipt is not such a token.
/// 30. A total that differs from the one that the shopper was shown is 409 PRICE_CHANGED with the true one.
/// 31. A refused checkout leaves the cart as it was. An accepted one leaves what was added meanwhile: units that
///     joined a line stay in it without those that were ordered.
/// 32. The contents of a cart are ordered once. The order is written into the cart before it is sent, only if no other
///     is there and none was since the cart was read; it gets its lines after it was sent, in one transaction with a
///     mark that names it. Whoever finds an order without its lines, under whatever key, sends it again unchanged and
///     gives it its lines: so a second tab finds CART_EMPTY.
/// 33. One key names one order of one cart. A replay is recognised by cart, customer and payment token, because the
///     lines are gone by then; it is answered from the Orders table, and before the order is recorded from the mark.
///
/// CreateOrder and Checkout alike
/// 34. The number of orders per mailbox, however its address is spelled, and per network is bounded in each quarter of
///     an hour; beyond that the answer is 429 with the remaining time. Replays and refusals do not count.
/// 35. A single order costs no call for that, and neither does a refused one.
/// 36. A claim that an address is one's own, without proof, uses up neither the bound nor the purchase limit of its
///     owner. The owner is whoever sends the token that `GET /cart` returned while they were signed in.
/// 37. A product with a limit per customer is sold to an e-mail address only.
/// 39. The cached catalogue is a second old at most. Before a price or total that a shopper was shown is refused, the
///     current one is read: the shopper may have seen the newer one.
@NullMarked
package dev.stampede.ordering;

import org.jspecify.annotations.NullMarked;
