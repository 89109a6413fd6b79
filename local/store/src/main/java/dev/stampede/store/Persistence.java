package dev.stampede.store;

import dev.stampede.store.Batch.Change;
import java.util.List;

/// Where a store is kept.
interface Persistence {

    /// In memory: nothing is logged, and what is closed is gone.
    Persistence NONE = new Persistence() {
        @Override
        public void append(List<Change> changes) {}

        @Override
        public void reopen(Store store) {
            throw new StoreException("the store is closed");
        }

        @Override
        public void close(Store store) {}
    };

    /// @throws StoreException when the changes could not be written; then the log is as it was
    void append(List<Change> changes);

    /// Gives the store its pages again after a failure has closed them.
    ///
    /// @throws StoreException when they cannot be opened, or the store was closed
    void reopen(Store store);

    /// Saves what is not yet in the pages; the store closes them.
    void close(Store store);
}
