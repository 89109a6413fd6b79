package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.util.Optional;

/// The products as those who change them see them: as they stand now, each changed only while it is as it was seen.
public interface ProductLedger {

    sealed interface Outcome {
        record Written() implements Outcome {}

        /// Somebody changed it meanwhile.
        ///
        /// @param version what it is now
        record Stale(long version) implements Outcome {}

        record Missing() implements Outcome {}
    }

    Optional<Product> find(String productId);

    /// @return false where there is a product of that id already
    boolean insert(Product product);

    /// Puts a product in the place of the version that was seen.
    Outcome replace(Product product, long seenVersion);

    Outcome remove(String productId, long seenVersion);
}
