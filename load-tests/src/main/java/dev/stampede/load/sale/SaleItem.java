package dev.stampede.load.sale;

/// The product that a sale sells: created for this run, or one that exists.
public interface SaleItem {

    String sku();

    /// Makes the product available.
    ///
    /// @return its stock before the sale
    StockCount open();

    StockCount count();

    /// Restores the catalogue.
    void close();
}
