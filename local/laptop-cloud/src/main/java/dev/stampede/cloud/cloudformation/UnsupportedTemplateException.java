package dev.stampede.cloud.cloudformation;

/// The template asks for something the laptop cloud cannot do; the message says what and where.
public final class UnsupportedTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedTemplateException(String message) {
        super(message);
    }
}
