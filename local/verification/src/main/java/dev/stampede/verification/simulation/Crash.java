package dev.stampede.verification.simulation;

/// The end of a process in the middle of its work. It is an Error, so that no code under test takes it for a failed
/// call.
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("crashed", null, false, false);
    }
}
