package dev.stampede.model;

import java.util.Objects;
import java.util.Set;

/// A request that puts units into a cart, as the cart remembers it: by its key alone, which tells a repeat, and by the
/// key with what it asked for, which tells another request under the same key.
///
/// @param key names the request: letters, digits, hyphens and underscores
public record CartAddition(String key, String sku, int quantity) {

    /// No key has it.
    private static final String ASKED_FOR = "=";

    public CartAddition {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sku, "sku");
    }

    /// What is kept of it. Both are kept, and forgotten, together.
    public Set<String> marks() {
        return Set.of(key, wish());
    }

    /// @param kept what a cart keeps of the requests that put something into it
    public boolean isKnown(Set<String> kept) {
        return kept.contains(key);
    }

    /// Whether the key named another request before. Where the key alone was kept, as carts once did, nobody can tell.
    public boolean contradicts(Set<String> kept) {
        return !kept.contains(wish()) && kept.stream().anyMatch(mark -> mark.startsWith(key + ASKED_FOR));
    }

    private String wish() {
        return key + ASKED_FOR + quantity + " " + sku;
    }
}
