/// What a run of `./stampede prove` does to the shop, derived from a seed: the catalogue, the purchases, the actions
/// that follow them, and the records of what clients saw. Pure data; running it is the business of
/// [dev.stampede.verification.prove].
@NullMarked
package dev.stampede.verification.workload;

import org.jspecify.annotations.NullMarked;
