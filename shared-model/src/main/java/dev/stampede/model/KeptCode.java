package dev.stampede.model;

import java.util.Objects;

/// What is kept of the newest code that was mailed to open an order.
public record KeptCode(String requestId, String codeHash, boolean used) {

    public KeptCode {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(codeHash, "codeHash");
    }
}
