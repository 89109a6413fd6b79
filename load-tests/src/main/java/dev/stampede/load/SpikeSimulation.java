package dev.stampede.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.stampede.load.journeys.GrabOne;
import dev.stampede.load.sale.Answers;
import dev.stampede.load.sale.ExistingSaleItem;
import dev.stampede.load.sale.NewSaleItem;
import dev.stampede.load.sale.SaleItem;
import dev.stampede.load.sale.SaleResult;
import dev.stampede.load.sale.SaleVerdict;
import dev.stampede.load.sale.StockCount;
import dev.stampede.load.sale.StockUnavailableException;
import dev.stampede.load.verdict.Claim;
import dev.stampede.load.verdict.Verdict;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The moment a sale opens: all buyers at once, for fewer units than there are buyers.
public final class SpikeSimulation extends Simulation {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(30);

    private final SpikePlan plan = SpikePlan.from(Parameters.ofSystem());
    private final Duration patience = Duration.ofSeconds(plan.patience());
    private final SaleItem item = plan.product()
            .<SaleItem>map(id -> new ExistingSaleItem(plan.target().shop(), id))
            .orElseGet(() -> newProduct("spike-", plan.units()));
    private final Optional<SaleItem> warmUpItem = plan.warmUp() > 0 && plan.product().isEmpty()
            ? Optional.of(newProduct("warm-up-", plan.warmUp()))
            : Optional.empty();
    private final GrabOne sale = new GrabOne("sale", patience, new Answers());
    private final GrabOne warmUp = new GrabOne("warm-up", patience, new Answers());
    private StockCount before = StockCount.visible(0);

    /// The warm-up has its own names, so that what is asserted of the sale is not asked of JVMs that are starting.
    public SpikeSimulation() {
        setUp(population())
                .protocols(Shopper.at(plan.target()))
                .assertions(
                        details(sale.placeName()).failedRequests().count().is(0L),
                        details(sale.placeName()).responseTime().percentile(95).lte(plan.p95()))
                .maxDuration(WARM_UP.plus(patience.multipliedBy(3)).plusSeconds(120));
    }

    @Override
    public void before() {
        try {
            warmUpItem.ifPresent(SaleItem::open);
            before = item.open();
        } catch (StockUnavailableException e) {
            plan.run().conclude(new Verdict(
                    List.of(Claim.of("product for the sale", "yes", String.valueOf(e.getMessage()), false))));
            throw e;
        }
    }

    @Override
    public void after() {
        SaleVerdict asked = new SaleVerdict(plan.buyers(), before, plan.p95());
        try {
            plan.run().conclude(asked.of(new SaleResult(sale.answers().all()), atRest(asked))
                    .and(Claim.note("requests that failed in the warm-up", warmUpFailures())));
            item.close();
            warmUpItem.ifPresent(SaleItem::close);
        } catch (StockUnavailableException e) {
            plan.run().conclude(new Verdict(
                    List.of(Claim.of("stock after the sale", "read", String.valueOf(e.getMessage()), false))));
        }
    }

    /// Stock lags behind the orders: reserved units become sold only after the order is confirmed.
    private StockCount atRest(SaleVerdict asked) {
        StockCount now = item.count();
        try {
            for (long until = System.nanoTime() + REST.toNanos(); !asked.isAtRest(now)
                    && System.nanoTime() < until; now = item.count()) {
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    private long warmUpFailures() {
        return new SaleResult(warmUp.answers().all()).failures().values().stream().mapToLong(Long::longValue).sum();
    }

    private PopulationBuilder population() {
        PopulationBuilder buyers = scenario("sale")
                .exec(feed(new Buyers(plan.run(), "sale", item.sku(), plan.buyers())))
                .exec(sale.chain())
                .injectOpen(nothingFor(Duration.ofSeconds(1)), atOnceUsers(plan.buyers()));
        return warmUpItem
                .map(warm -> scenario("warm-up")
                        .exec(feed(new Buyers(plan.run(), "warm-up", warm.sku(), plan.warmUp())))
                        .exec(warmUp.chain())
                        .injectOpen(rampUsers(plan.warmUp()).during(WARM_UP))
                        .andThen(buyers))
                .orElse(buyers);
    }

    private NewSaleItem newProduct(String prefix, int units) {
        return new NewSaleItem(plan.target().operator(), prefix + plan.run().id(), units);
    }
}
