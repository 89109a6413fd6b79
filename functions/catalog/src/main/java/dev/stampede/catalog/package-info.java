/// Catalogue: what is for sale, at which price, and how many units are left.
///
/// Trigger: `GET /products`, `/products/{id}`, `/categories`, `/categories/{id}` and `/health` of the HTTP API.
///
/// Promise: reading is cheap enough for a crowd. What is known of a product is at most 10 s old and of its stock at
/// most 2 s, and neither is ever trusted by the ordering functions.
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
package dev.stampede.catalog;
