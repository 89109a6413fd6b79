/// `./stampede prove`: runs a seeded workload against the whole shop on this machine, with faults at every hop, and
/// then audits the result. [dev.stampede.verification.workload.Workload] determines what happens, [Buyers] and
/// [FollowUps] do it, [Nemesis] injects faults, [Quiescence] waits until the shop is idle, [SnapshotReader] reads what
/// is recorded, and [dev.stampede.verification.invariant.Audit] judges it.
@NullMarked
package dev.stampede.verification.prove;

import org.jspecify.annotations.NullMarked;
