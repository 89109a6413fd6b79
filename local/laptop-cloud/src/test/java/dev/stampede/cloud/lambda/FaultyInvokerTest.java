package dev.stampede.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.lambda.Invoker.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultyInvokerTest {

    private static final String ALIAS = "arn:aws:lambda:us-east-1:000000000000:function:CreateOrder:live";

    private final List<String> invoked = new CopyOnWriteArrayList<>();
    private final FaultInjector faults = new FaultInjector();
    private final Invoker invoker = new FaultyInvoker((function, _) -> {
        invoked.add(function);
        return CompletableFuture.completedFuture(new Result.Success("done".getBytes(StandardCharsets.UTF_8)));
    }, faults);

    @Test
    void withoutAFaultAFunctionIsInvokedAsItWasNamed() {
        assertThat(invoke()).isInstanceOf(Result.Success.class);
        assertThat(invoked).containsExactly(ALIAS);
    }

    @Test
    void aSlowFunctionIsInvokedAfterAWait() {
        fault("latency:CreateOrder:40ms");
        long start = System.nanoTime();

        assertThat(invoke()).isInstanceOf(Result.Success.class);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(40_000_000);
    }

    @Test
    void aThrottledFunctionIsNotInvoked() {
        fault("throttle:Create*");

        assertThat(invoke()).isInstanceOf(Result.Throttled.class);
        assertThat(invoked).isEmpty();
    }

    @Test
    void aFailingFunctionEndsInLambdasErrorJsonAndIsNotInvoked() {
        fault("error:CreateOrder,latency:CreateOrder:1ms");

        assertThat(invoke()).isInstanceOfSatisfying(Result.FunctionError.class,
                error -> assertThat(new String(error.payload(), StandardCharsets.UTF_8))
                        .contains("\"errorType\":\"InjectedFault\"", "CreateOrder was not asked"));
        assertThat(invoked).isEmpty();
    }

    @Test
    void faultsOfItsCallsLeaveItsInvocationsAlone() {
        fault("error:CreateOrder:dynamodb,error:Payment");

        assertThat(invoke()).isInstanceOf(Result.Success.class);
    }

    private void fault(String rules) {
        faults.start(FaultPlan.parse(rules, 1));
    }

    private Result invoke() {
        return invoker.invoke(ALIAS, new byte[0]).orTimeout(10, TimeUnit.SECONDS).join();
    }
}
