package dev.stampede.local.engine;

/// An engine refused a call.
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    EngineException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
