/// `./stampede prove`: a storm from a seed over the whole shop on this machine, with faults in every hop, and then an
/// audit of what is left. [Storm] says what happens, [Buyers] and [Errands] do it, [Chaos] is in their way, [Quiet]
/// waits for the end, [Books] reads what is recorded, and [Audit] judges: a pure function from [Evidence] to findings.
package dev.stampede.verification.storm;
