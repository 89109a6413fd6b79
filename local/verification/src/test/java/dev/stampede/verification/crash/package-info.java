/// Crash points: every handler dies just before and just after each AWS call it makes, is given its message again, and
/// has to end where it would have ended had it lived.
package dev.stampede.verification.crash;
