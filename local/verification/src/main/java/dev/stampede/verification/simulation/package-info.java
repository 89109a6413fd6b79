/// The order path in virtual time, under faults drawn from a seed.
@NullMarked
package dev.stampede.verification.simulation;

import org.jspecify.annotations.NullMarked;
