package dev.stampede.load.sale;

import java.net.URI;

/// The shelf cannot be reached or read, so the run cannot begin or cannot be judged.
public final class ShelfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShelfException(URI where, String what, Throwable cause) {
        super(what + " at " + where, cause);
    }
}
