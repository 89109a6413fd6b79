/// Cart: what somebody means to buy, kept on every device, at today's prices.
///
/// Triggers: `POST /cart` (NewCart), `GET /cart/{id}` (GetCart), `POST /cart/{id}/items` (AddCartItem),
/// `PUT` and `DELETE /cart/{id}/items/{itemId}` (SetCartItem, RemoveCartItem), and behind the authorizer `GET /cart`
/// (GetOwnCart) and `POST /cart/{id}/merge` (MergeCart). Ordering what is in it is the ordering context's.
///
/// Promise: what was put in is there, once, whoever else puts in at the same moment; nobody without the token learns
/// anything about a cart, not even whether there is one; nothing here is promised to be had or to cost the same later.
///
/// 1. A token opens one cart and no order, and a receipt opens no cart. Without the token every cart is 404, and no
///    table is asked. A customer's own cart follows from the subject of their token.
/// 2. A line has 1 to 10 units and a cart 20 lines at most, whatever comes in at once. Adding what does not fit is 409
///    CART_LIMIT, and nothing of it is put in: a shopper who asked for five is not served with three.
/// 3. Adding twice under one idempotency key is adding once; so is a call that the SDK repeats. That stays so when the
///    units have left the cart again: taken out, ordered or moved, a late repeat does not bring them back. Another
///    product or quantity under a key that put something in is 422 IDEMPOTENCY_KEY_REUSED.
/// 4. Each line shows what it costs now, what it cost when units were last put in, and the worst of what speaks against
///    ordering it. The totals are an order's, without what is not for sale.
/// 5. Merging moves each unit once, all lines in one transaction, however often it is asked for, and by however many at
///    once. What does not fit, or is being ordered, stays in the guest's cart and is told.
/// 6. A cart is kept for a day after it was last used, a customer's for seven. Looking at it renews only what has lost
///    an eighth of its time, in one call. What has expired is not there, whether it has been deleted or not.
/// 7. A body is refused with every fault named by its field; an item's id that no product can have is no line.
@NullMarked
package dev.stampede.cart;

import org.jspecify.annotations.NullMarked;
