/// A flash sale as its buyers and the stock show it, and what must be true of both afterwards.
@NullMarked
package dev.stampede.load.sale;

import org.jspecify.annotations.NullMarked;
