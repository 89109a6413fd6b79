/// The one JSON codec of the shop, on jackson-core alone: no reflection and few classes when a function starts.
@NullMarked
package dev.stampede.model.wire;

import org.jspecify.annotations.NullMarked;
