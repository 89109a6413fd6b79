/// What happened to an order, as everybody who listens gets it.
@NullMarked
package dev.stampede.model.event;

import org.jspecify.annotations.NullMarked;
