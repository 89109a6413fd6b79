package dev.stampede.load;

import java.util.Optional;
import java.util.regex.Pattern;

/// @param product  an existing product; without it, a new one with `units` is added to the catalogue
/// @param warmUp   buyers of another SKU beforehand, so that the functions' JVMs are up as they are in a running shop
/// @param p95      milliseconds within which 95 of 100 orders must be answered
/// @param patience seconds a buyer waits for an accepted order to be decided
public record SpikePlan(
        Target target, Run run, int buyers, int units, Optional<String> product, int warmUp, int p95, int patience) {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public SpikePlan {
        if (product.isEmpty() && !target.isLaptop()) {
            throw new IllegalArgumentException(
                    "a new product can only be added to a laptop's catalogue; name an existing one with --product");
        }
    }

    public static SpikePlan from(Parameters parameters) {
        Optional<String> product = product(parameters);
        if (product.isPresent() && parameters.text("units").isPresent()) {
            throw new IllegalArgumentException(
                    "--units is for a new product; " + product.get() + " has the units it has");
        }
        return new SpikePlan(
                Target.from(parameters),
                Run.from(parameters, "spike"),
                parameters.number("buyers", 200, 1, 10_000),
                parameters.number("units", 20, 1, 10_000),
                product,
                parameters.number("warm-up", 20, 0, 200),
                parameters.number("p95", 5000, 1, 60_000),
                parameters.number("patience", 60, 5, 600));
    }

    static Optional<String> product(Parameters parameters) {
        Optional<String> product = parameters.text("product");
        product.filter(id -> !PRODUCT.matcher(id).matches()).ifPresent(id -> {
            throw new IllegalArgumentException("--product takes a product id such as rtx-4090, not '" + id + "'");
        });
        return product;
    }

    @Override
    public String toString() {
        return "spike: %d buyers at once at %s for %s, p95 of an order under %d ms, decided within %d s"
                .formatted(buyers, target.shop(), product.map(id -> "what there is of " + id).orElse(units + " units"),
                        p95, patience);
    }
}
