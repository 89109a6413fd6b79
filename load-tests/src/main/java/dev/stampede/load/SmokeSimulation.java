package dev.stampede.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.stampede.load.endpoints.Orders;
import dev.stampede.load.journeys.FirstOrder;
import dev.stampede.load.journeys.Steps;
import dev.stampede.load.verdict.Claim;
import dev.stampede.load.verdict.Verdict;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/// One shopper, less than half a minute, no failure: is the shop there and whole?
public final class SmokeSimulation extends Simulation {

    private static final Duration PATIENCE = Duration.ofSeconds(SmokePlan.LONGEST_SECONDS - 5);

    private final SmokePlan plan = SmokePlan.from(Parameters.ofSystem());
    private final Steps steps = new Steps();
    private final long begun = System.nanoTime();

    public SmokeSimulation() {
        setUp(scenario("smoke")
                .exec(session -> session
                        .set(Orders.KEY, "smoke-" + plan.run().id())
                        .set(Orders.EMAIL, plan.run().address("smoke")))
                .exec(new FirstOrder(plan.product(), PATIENCE, steps).chain())
                .injectOpen(atOnceUsers(1)))
                .protocols(Shopper.at(plan.target()))
                .assertions(global().failedRequests().count().is(0L))
                .maxDuration(Duration.ofSeconds(SmokePlan.LONGEST_SECONDS * 2));
    }

    @Override
    public void after() {
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        boolean complete = steps.claims().stream().anyMatch(step -> step.name().equals(FirstOrder.LAST_STEP));
        Verdict verdict = new Verdict(steps.claims())
                .and(Claim.of("all steps taken", "yes", complete ? "yes" : "no", complete))
                .and(Claim.of("duration", "< " + SmokePlan.LONGEST_SECONDS + " s", seconds + " s",
                        seconds < SmokePlan.LONGEST_SECONDS));
        plan.run().conclude(verdict);
    }
}
