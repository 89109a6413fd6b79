package dev.stampede.verification.simulation;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one run has for sale: little of everything, one product in a timed sale, one with a limit, and one so dear that
/// two of them are a case for review.
///
/// @param saleStart milliseconds of the epoch
record Catalogue(List<Product> products, List<Stock> stock, long saleStart) {

    static Catalogue of(Dice dice, Instant start) {
        Instant startsAt = start.plusSeconds(dice.between(60L, 400L));
        Sale sale = new Sale("drop", startsAt, startsAt.plusSeconds(dice.between(300L, 1500L)), Money.ofMinor(999_99),
                dice.between(2L, 8L), Optional.of(dice.between(1, 3)));
        return new Catalogue(
                List.of(
                        product("gpu", 1_599_99, Optional.empty(), Optional.of(sale)),
                        product("ram", 89_90, Optional.of(dice.between(1, 4)), Optional.empty()),
                        product("cpu", 449_00, Optional.empty(), Optional.empty()),
                        product("rack", 30_000_00, Optional.empty(), Optional.empty())),
                List.of(
                        Stock.of("gpu", dice.between(3L, 12L)),
                        Stock.of("ram", dice.between(3L, 25L)),
                        Stock.of("cpu", dice.between(1L, 8L)),
                        Stock.of("rack", dice.between(2L, 8L))),
                startsAt.toEpochMilli());
    }

    void stockUp(Tables tables) {
        products.forEach(product -> tables.put(tables.products, ProductsTable.toItem(product)));
        stock.forEach(each -> tables.put(tables.stock, StockTable.toItem(each)));
    }

    private static Product product(String id, long price, Optional<Integer> limit, Optional<Sale> sale) {
        return new Product(id, id, Money.ofMinor(price), Optional.empty(), "", "parts", "/" + id + ".svg", limit, sale,
                1);
    }
}
