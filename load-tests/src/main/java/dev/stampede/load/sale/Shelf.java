package dev.stampede.load.sale;

/// Where the item of a sale is: put there for this run, or found there.
public interface Shelf {

    String sku();

    /// Makes the item ready to be bought.
    ///
    /// @return what there is of it before the sale
    StockCount open();

    StockCount count();

    /// Leaves the shop's catalogue as it was.
    void close();
}
