/// What the shop is about: products, stock, orders and their life, as immutable records without AWS or JSON.
///
/// 1. Money is a whole number of minor units and a currency; it is never a floating-point number.
/// 2. A transition of an [Order] returns the order after it, or nothing where the order's state forbids it.
/// 3. Every transition appends to the order's history; each entry is one event with its own version.
@NullMarked
package dev.stampede.model;

import org.jspecify.annotations.NullMarked;
