/// The promises of the shop as invariants: pure functions from [Evidence] to a [Finding] each. [Audit] lists them.
@NullMarked
package dev.stampede.verification.invariant;

import org.jspecify.annotations.NullMarked;
