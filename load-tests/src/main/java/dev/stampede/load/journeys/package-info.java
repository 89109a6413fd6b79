/// What one shopper does, as a chain of requests.
@NullMarked
package dev.stampede.load.journeys;

import org.jspecify.annotations.NullMarked;
