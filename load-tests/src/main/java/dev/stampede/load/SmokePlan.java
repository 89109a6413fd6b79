package dev.stampede.load;

import java.util.Optional;

/// @param product what to buy; without it, the first product that is in stock
public record SmokePlan(Target target, Run run, Optional<String> product) {

    static final int LONGEST_SECONDS = 30;

    public static SmokePlan from(Parameters parameters) {
        return new SmokePlan(Target.from(parameters), Run.from(parameters, "smoke"), SpikePlan.product(parameters));
    }

    @Override
    public String toString() {
        return "smoke: 1 shopper at %s buys %s, in less than %d s"
                .formatted(target.shop(), product.orElse("the first product in stock"), LONGEST_SECONDS);
    }
}
