/// Catalogue: what is for sale, at which price, and how many units are left.
///
/// Trigger: `GET /products`, `/products/{id}`, `/categories`, `/categories/{id}` and `/health` of the HTTP API.
///
/// Promise: reading is cheap enough for a crowd. A price shown is at most 10 s old and a stock level at most 2 s, and
/// neither is ever trusted by the ordering functions.
///
/// 1. Products are read once in 10 s and stock once in 2 s per function instance, by one thread while the others wait.
/// 2. A page goes on exactly after the last product of the page before it, whatever was added or removed between.
/// 3. A parameter that is wrong is refused by name, and nothing is read.
/// 4. A scan is read to its end; keys that a batch left unprocessed are asked for again, a bounded number of times.
/// 5. A product without a stock item is shown as sold out.
/// 6. Answers may be kept at the edge for as long as they may be kept here; refusals are not kept at all.
package dev.stampede.catalog;
