/// Ordering: accepts orders and sends them on, and lets people read, cancel and send back theirs.
///
/// Triggers: `POST /orders` (CreateOrder), `POST /checkout/{cartId}` (Checkout), `GET /orders/{id}` (GetOrder),
/// `GET /orders` behind the authorizer (ListOrders), `POST /orders/{id}/cancel` (CancelOrder) and
/// `POST /orders/{id}/return` (RequestReturn).
///
/// Promise: an order is accepted at the catalogue's price or refused with the reason, and one key names one order
/// however often it is sent; nobody reads or changes an order that is not theirs.
///
/// CreateOrder
/// 1. A body is refused with every fault named by its field; nothing is enqueued.
/// 2. Price, sale and limit are the catalogue's at the moment of acceptance. A client price that differs is 409
///    PRICE_CHANGED. The shopper hears first what no other order would help against, then what a smaller one would
///    (409 LIMIT_REACHED), then that.
/// 3. One idempotency key names one order: a replay gets the same order, another body is 422.
/// 38. A replay gets the receipt again for five minutes, and later only under a key of 22 characters or more: a shorter one
///     may be guessed. Who holds the cart's token gets it always.
/// 4. With a warm catalogue an order costs two AWS calls: one look-up and one send.
/// 14. A sale starts and ends on the second, whatever is remembered; before it, 409 SALE_NOT_STARTED says when to come.
/// 15. What is sold out, on the shelf or in a running sale, is 409 SOLD_OUT out of memory: one read in a second, however many ask. Units that come back can be had a second later.
///
/// GetOrder and ListOrders
/// 11. A guest reads an order with its receipt; without one it does not exist.
/// 12. Where two bodies raced under one key, the loser's receipt says so and shows nothing of the other's order.
/// 13. A customer lists the orders of the verified address; an admin lists anybody's, and sees of them what the staff
///     sees.
/// 19. A listed order comes with its receipt: whoever may list it may read, cancel and return it.
///
/// CancelOrder and RequestReturn
/// 20. The receipt opens an order as it does for reading. One that is not recorded yet is 409 PENDING, for a second.
/// 21. An order is cancelled until it is shipped, and sent back once it is delivered; else 409 with its present state.
///     Of changes that meet, each is made on the order as the one before left it, or refused by that.
/// 22. The body may be left out, and says nothing but a note.
///
/// Checkout
/// 28. A cart is ordered by the way of every order: the same prices, refusals and queue as requirements 2, 3 and 15.
/// 29. Who does not hold the cart's token finds no cart; no table is asked. A receipt is no such token.
/// 30. A total that differs from what the shopper was shown is 409 PRICE_CHANGED with the true one.
/// 31. What is refused leaves the cart as it was. What is accepted leaves in it what was put in meanwhile: units that
///     joined a line stay in it without those that were ordered.
/// 32. What is in a cart is ordered once. The order is written into the cart before it is sent, only while no other is
///     and none was since the cart was read; it gets its lines after it was sent, in one transaction with a mark that
///     names it. Whoever finds an order that has not got its lines yet, under whatever key, sends it again to the
///     letter and gives it its lines: so a second tab finds CART_EMPTY.
/// 33. One key names one order of one cart. Its replay is known by cart, customer and payment token, for the lines are
///     gone by then; it is answered out of the Orders table, and before the order is recorded out of the mark.
///
/// CreateOrder and Checkout alike
/// 34. One mailbox, however it is written, and one place may have so many orders accepted in a quarter of an hour; then
///     it is 429 with the rest of it. Replays and refusals are not counted.
/// 35. Who orders once costs no call for that, and who is turned away costs none either.
/// 36. Who only says that an address is theirs does not use up what its owner may order, nor what its owner may have.
///     The owner is who sends the token that `GET /cart` gave them when they were signed in.
/// 37. What is limited per customer is sold to an address only.
/// 39. What is remembered of the catalogue is a second old at most. Before a price or a total that a shopper was shown is
///     refused, what stands now is read: what the shopper saw may be the newer.
///
/// The staff's lists
/// 31. An administrator lists the orders of a day in UTC; for a customer that is 403.
@NullMarked
package dev.stampede.ordering;

import org.jspecify.annotations.NullMarked;
