/// An embedded, ordered key-value store: keys and values are bytes, keys in unsigned lexicographic order. A batch of
/// changes is written as a whole, and once `write` returns it survives `kill -9`. The pages are H2's MVStore; a log in
/// front of it makes each write one small append instead of a rewritten path of pages.
@NullMarked
package dev.stampede.store;

import org.jspecify.annotations.NullMarked;
