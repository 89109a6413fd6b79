package dev.stampede.infra;

/// Says in one sentence what the operator has to do before the app can be synthesized.
public final class CannotSynthesize extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotSynthesize(String sentence) {
        super(sentence);
    }
}
