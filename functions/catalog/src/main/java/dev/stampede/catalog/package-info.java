/// Catalogue: what is for sale, at which price, and how many units are left.
///
/// Triggers: `GET /products`, `/products/{id}`, `/categories`, `/categories/{id}`, `/sitemap.xml` and `/health` of the
/// HTTP API, and `POST /products/{id}/restock-notice` (RequestRestockNotice). Behind the authorizer: `POST /products`
/// (CreateProduct), `PUT` and `DELETE /products/{id}` (UpdateProduct, DeleteProduct), `GET
/// /products/{id}/description` (GetDescription), `GET` and `PUT /products/{id}/stock` (GetStock, SetStock).
///
/// Promise: reading is cheap enough for a crowd. What is known of a product is at most 10 s old and of its stock at
/// most 2 s, and neither is ever trusted by the ordering functions. What the staff changes is what it saw, or nothing.
///
/// 1. Products are read once in 10 s and stock once in 2 s per function instance, by one thread while the others wait.
/// 2. A page goes on exactly after the last product of the page before it, whatever was added or removed between.
/// 3. A parameter that is wrong is refused by name, and nothing is read.
/// 4. A scan is read to its end; keys that a batch left unprocessed are asked for again, a bounded number of times.
/// 5. A product without a stock item is shown as sold out.
/// 6. Answers may be kept at the edge for as long as they may be kept here, and never past the next start or end of a
///    sale; refusals are not kept at all.
/// 7. A sale starts and ends on the second, whatever is remembered: price, was-price, discount, limit and phase are
///    told by the moment of the answer. While it runs, the stock shown is what can be had in it; once over, it is not
///    shown.
/// 8. A read names the state of what it shows in `ETag`. Who has that state is answered 304; while it is remembered
///    here, no table is asked for that.
/// 9. Only a member of the group `admin` changes products and stock; nobody else learns anything.
/// 10. A body is refused as a whole with every fault named by its field, and nothing is changed.
/// 11. A product is replaced or deleted only in the version that the request names: without one it is 428, with another
///     412.
/// 12. A change of stock and the entry that says who made it and why are one transaction, made once for each
///     idempotency key: the same request again is answered with the stock, another one is 422.
/// 13. Stock is never set over an order that came meanwhile, nor brought below zero: 409 with the true number.
/// 14. A product that is deleted leaves its units and its orders as they are; orders carry all they need of it.
/// 15. A restock notice is noted once for an address and a product, at most ten times in 30 days for an address, and
///     the answer is the same whatever becomes of it.
/// 16. The staff reads a product as it was described, not as its sale shows it: what is read and sent back changes
///     nothing, whether its sale is coming, running or over.
/// 17. The sitemap names every product and category under the site that was asked, and under no other text.
/// 18. A sale's id names one sale of a product, for good: once it has started, or a unit was sold under it, it gets no
///     other units, starts no second time, and comes to no product made anew. What is left of it is counted in the stock,
///     so that is asked, not only the product; a sale that is taken off after its start is counted from then on, though
///     its first orders still wait. A product has 200 sales in its life at most.
/// 19. No version of a product comes a second time, though the product be deleted and made anew. Who makes it anew is
///     told the units that are still there.
/// 20. Who orders a product after its deletion gets no unit of it, though the order be accepted: its stock is marked in
///     the same transaction. One made anew is sold to those who order it from its creation on.
@NullMarked
package dev.stampede.catalog;

import org.jspecify.annotations.NullMarked;
