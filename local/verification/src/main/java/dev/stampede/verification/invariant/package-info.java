/// The promises of the shop as invariants: pure functions from [Evidence] to a [Finding] each. [Audit] lists them.
package dev.stampede.verification.invariant;
