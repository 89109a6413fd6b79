/// Faults on demand, in the laptop cloud and only there: a `FaultPlan` says what goes wrong how often, the
/// `FaultInjector` is asked at each place where it can and may be changed while the cloud runs.
@NullMarked
package dev.stampede.cloud.fault;

import org.jspecify.annotations.NullMarked;
