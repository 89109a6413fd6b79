/// One request each, and what its answer must be. Nothing here knows why a shopper asks.
@NullMarked
package dev.stampede.load.endpoints;

import org.jspecify.annotations.NullMarked;
