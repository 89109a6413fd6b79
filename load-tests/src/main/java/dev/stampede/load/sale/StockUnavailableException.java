package dev.stampede.load.sale;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The stock cannot be read, so the run cannot begin or cannot be judged.
public final class StockUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StockUnavailableException(URI where, String what, @Nullable Throwable cause) {
        super(what + " at " + where, cause);
    }
}
