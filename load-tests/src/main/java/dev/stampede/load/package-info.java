/// Load as shoppers make it: `endpoints` (one request and what it must answer) are chained to `journeys`, and journeys
/// are injected by the simulations here. The verdict of a run is about the shop's promises, not only about its speed.
@NullMarked
package dev.stampede.load;

import org.jspecify.annotations.NullMarked;
