package dev.stampede.cloud.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.fault.CallFault.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultInjectorTest {

    private final FaultInjector faults = new FaultInjector();

    @Test
    void theSameSeedHitsTheSameOnesAndAnotherSeedHitsOthers() {
        List<Boolean> once = kills("kill:ProcessOrder:30%", 42);

        assertThat(kills("kill:ProcessOrder:30%", 42)).isEqualTo(once).contains(true, false);
        assertThat(kills("kill:ProcessOrder:30%", 43)).isNotEqualTo(once);
        assertThat(once.stream().filter(hit -> hit).count()).isBetween(230L, 370L);
    }

    @Test
    void aRuleDecidesTheSameWhateverStandsBesideIt() {
        assertThat(kills("error:*:10%,kill:Pro*:50%,kill:ProcessOrder:30%", 42).stream().filter(hit -> hit).count())
                .isGreaterThan(kills("kill:ProcessOrder:30%", 42).stream().filter(hit -> hit).count());
        assertThat(kills("pause:Q,latency:*,kill:ProcessOrder:30%", 42)).isEqualTo(kills("kill:ProcessOrder:30%", 42));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "throttle:Payment:dynamodb                       | true",
        "throttle:Pay*:dynamodb:Update*:Ord*             | true",
        "throttle:*:*:*:Stock                            | true",
        "throttle:*a*m*t:dynamodb                        | true",
        "throttle:P*ay*ment:dynamodb                     | true",
        "throttle:*m*a*:dynamodb                         | false",
        "throttle:Payme*ment:dynamodb                    | false",
        "throttle:*Pay:dynamodb                          | false",
        "throttle:Fraud:dynamodb                         | false",
        "throttle:Payment:sqs                            | false",
        "throttle:Payment:dynamodb:PutItem               | false",
        "throttle:Payment:dynamodb:UpdateItem:Products   | false",
        "throttle:Payment                                | false",
        "conflict:Payment                                | true",
        "conflict:*:Stock                                | true",
        "conflict:*:Products                             | false",
    })
    void aRuleHitsTheCallsThatItsNamesAllow(String rule, boolean hit) {
        start(rule);

        assertThat(isHit("Payment", "dynamodb", "UpdateItem", "Orders+Stock")).isEqualTo(hit);
    }

    @Test
    void onlyWritesOfItemsConflict() {
        start("conflict:*");

        assertThat(isHit("Payment", "dynamodb", "TransactWriteItems", "Orders")).isTrue();
        assertThat(isHit("Payment", "dynamodb", "DeleteItem", "Orders")).isTrue();
        assertThat(isHit("Payment", "dynamodb", "GetItem", "Orders")).isFalse();
        assertThat(isHit("Payment", "sqs", "SendMessage", "OrdersQueue")).isFalse();
    }

    @Test
    void aBareWildcardLeavesTheOperatorAndThePollersAlone() {
        start("error:*:*");
        assertThat(isHit("Payment", "sqs", "SendMessage", "PaymentQueue")).isTrue();
        assertThat(isHit("operator", "sqs", "SendMessage", "PaymentQueue")).isFalse();
        assertThat(isHit("Payment", "sqs", "DeleteMessageBatch", "PaymentQueue")).isFalse();
        assertThat(isHit("StreamProcessor", "dynamodb", "GetRecords", "Orders stream")).isFalse();

        start("error:operator:*,error:*:sqs:Delete*");
        assertThat(isHit("operator", "sqs", "SendMessage", "PaymentQueue")).isTrue();
        assertThat(isHit("Payment", "sqs", "DeleteMessageBatch", "PaymentQueue")).isTrue();
    }

    @Test
    void ofATransactionAPartOnTheNamedTableIsHit() {
        start("throttle:*:dynamodb:TransactWriteItems:Stock");

        Outcome outcome = faults.call("ProcessOrder", "dynamodb", "TransactWriteItems", "Orders+Stock").outcome();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Throttled.class,
                throttled -> assertThat(throttled.spot().among(List.of("Orders", "Orders", "Stock"))).isEqualTo(2));
    }

    @Test
    void waitsAddUpAndOneOtherFaultTakesTheCall() {
        start("latency:*:*:10ms,latency:Payment:sns:5ms,lost-reply:*:sns,error:*:sns");

        assertThat(faults.call("Payment", "sns", "Publish", "OrderEvents"))
                .isEqualTo(new CallFault(Duration.ofMillis(15), new Outcome.ReplyLost()));
        assertThat(faults.counts()).containsEntry("latency", 2L).containsEntry("lost-reply", 1L).containsEntry("error",
                0L);
    }

    @Test
    void invocationsAreHitByTheirFunctionsName() {
        start("latency:CreateOrder:100-4000ms,throttle:Get*,error:Payment");

        assertThat(IntStream.range(0, 100).mapToObj(_ -> faults.invocation("CreateOrder").delay().toMillis()))
                .allMatch(millis -> millis >= 100 && millis <= 4000)
                .anyMatch(millis -> millis > 2500)
                .anyMatch(millis -> millis < 1500);
        assertThat(faults.invocation("GetProducts").outcome()).isEqualTo(InvocationFault.Outcome.THROTTLED);
        assertThat(faults.invocation("Payment").outcome()).isEqualTo(InvocationFault.Outcome.FAILED);
        assertThat(faults.invocation("Email")).isEqualTo(InvocationFault.NONE);
        assertThat(faults.kill("CreateOrder")).isEmpty();
    }

    @Test
    void deliveriesAreHitByTheirSourceAndTheirConsumer() {
        start("duplicate:OrderEvents:Analytics:20ms,reorder:PaymentQueue:5-9ms");

        assertThat(faults.again("OrderEvents", "Analytics")).hasValue(Duration.ofMillis(20));
        assertThat(faults.again("OrderEvents", "PaymentQueue")).isEmpty();
        assertThat(faults.heldBack("PaymentQueue", "Payment"))
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofMillis(5), Duration.ofMillis(9)));
        assertThat(faults.heldBack("FraudQueue", "Fraud")).isEmpty();
    }

    @Test
    void aPausedConsumerWaitsUntilItIsResumed() throws Exception {
        start("kill:Payment:2%");
        faults.pause("PaymentQueue");
        faults.pause("OrderEvents:Analytics");
        Thread waiting = Thread.ofVirtual().start(() -> awaitResumed("PaymentQueue", "Payment"));

        await().until(() -> waiting.getState() == Thread.State.WAITING);
        assertThat(faults.isPaused("OrderEvents", "Analytics")).isTrue();
        assertThat(faults.isPaused("OrderEvents", "Email")).isFalse();
        assertThat(faults.plan()).hasToString("kill:Payment:2%,pause:PaymentQueue,pause:OrderEvents:Analytics");

        faults.resume("PaymentQueue");
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        faults.resume("OrderEvents");
        assertThat(faults.plan()).hasToString("kill:Payment:2%");
    }

    @Test
    void calmEndsEverythingAndForgetsNoCount() throws Exception {
        start("pause:*,error:*:*");
        isHit("Payment", "sqs", "SendMessage", "PaymentQueue");
        Thread waiting = Thread.ofVirtual().start(() -> awaitResumed("PaymentQueue", "Payment"));
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        faults.calm();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(faults.call("Payment", "sqs", "SendMessage", "PaymentQueue")).isSameAs(CallFault.NONE);
        assertThat(faults.counts()).containsEntry("error", 1L).containsEntry("pause", 1L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kill:ProcesOrder     | The fault rule 'kill:ProcesOrder' is about no function that there is; there are Payment, ProcessOrder.",
        "error:Nobody:sqs     | The fault rule 'error:Nobody:sqs' is about no function that there is; there are Payment, ProcessOrder, operator.",
        "pause:PaymentQuery   | The fault rule 'pause:PaymentQuery' is about no queue, stream or topic that there is; there are Orders, PaymentQueue.",
    })
    void aRuleAboutNothingThereIsIsToldAndChangesNothing(String rule, String sentence) {
        FaultInjector known =
                new FaultInjector(
                        new FaultTargets(Set.of("ProcessOrder", "Payment"), Set.of("PaymentQueue", "Orders")));
        known.start(FaultPlan.parse("kill:Pro*,pause:PaymentQueue,error:operator:sqs", 1));

        assertThatThrownBy(() -> known.start(FaultPlan.parse("pause:Orders," + rule, 1))).hasMessage(sentence);
        assertThat(known.plan()).hasToString("kill:Pro*,pause:PaymentQueue,error:operator:sqs");
    }

    private void start(String rules) {
        faults.start(FaultPlan.parse(rules, 1));
    }

    private boolean isHit(String caller, String service, String action, String resource) {
        return !(faults.call(caller, service, action, resource).outcome() instanceof Outcome.Served);
    }

    private static List<Boolean> kills(String rules, long seed) {
        FaultInjector faults = new FaultInjector();
        faults.start(FaultPlan.parse(rules, seed));
        return IntStream.range(0, 1000).mapToObj(_ -> faults.kill("ProcessOrder").isPresent()).toList();
    }

    private void awaitResumed(String source, String consumer) {
        try {
            faults.awaitResumed(source, consumer);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
