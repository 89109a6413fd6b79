/// The CDK app: one stack for each lifecycle, one construct for each thing that is made more than once.
///
/// The synthesized templates are the only wiring there is: AWS deploys them and the laptop cloud runs them.
/// Nothing here reads a clock, a random number or the network, so the same inputs give the same templates.
@NullMarked
package dev.stampede.infra;

import org.jspecify.annotations.NullMarked;
