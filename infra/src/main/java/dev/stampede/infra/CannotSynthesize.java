package dev.stampede.infra;

/// The app cannot be synthesized; the message tells the operator in one sentence what to do.
public final class CannotSynthesize extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotSynthesize(String sentence) {
        super(sentence);
    }
}
