package dev.stampede.cloud.fault;

import static dev.stampede.cloud.fault.InvocationFault.Outcome.INVOKED;

import dev.stampede.cloud.fault.LiveRule.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// Where faults are switched on and off while the cloud runs, and where each place that can go wrong asks whether it
/// does. Without rules an answer costs the read of one field.
public final class FaultInjector {

    private final Optional<FaultTargets> targets;
    private final Map<FaultKind, LongAdder> counts = new EnumMap<>(FaultKind.class);
    private volatile List<LiveRule> rules = List.of();
    private long seed;

    /// Calm, and taking any name in a rule.
    public FaultInjector() {
        this(Optional.empty());
    }

    /// Calm, and taking rules about these only.
    public FaultInjector(FaultTargets targets) {
        this(Optional.of(targets));
    }

    private FaultInjector(Optional<FaultTargets> targets) {
        this.targets = targets;
        Arrays.stream(FaultKind.values()).forEach(kind -> counts.put(kind, new LongAdder()));
    }

    /// From now on this plan holds, and no other.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when a rule is about nothing there is
    public synchronized void start(FaultPlan plan) {
        targets.ifPresent(names -> plan.rules().forEach(names::check));
        seed = plan.seed();
        become(plan.rules().stream().map(rule -> new LiveRule(rule, seed)).toList());
    }

    /// From now on nothing goes wrong; what was paused goes on.
    public void calm() {
        start(FaultPlan.CALM);
    }

    /// @param consumer a source, such as `InventoryQueue`, or a source and its consumer, such as
    ///                 `Orders:StreamProcessor`; beside the rules there are
    public synchronized void pause(String consumer) {
        FaultRule rule = FaultRule.parse(FaultKind.PAUSE.word() + ":" + consumer);
        targets.ifPresent(names -> names.check(rule));
        List<LiveRule> more = new ArrayList<>(rules);
        more.add(new LiveRule(rule, seed));
        become(List.copyOf(more));
    }

    /// Ends every pause that holds this consumer.
    public synchronized void resume(String consumer) {
        String[] names = consumer.split(":");
        become(rules.stream()
                .filter(live -> live.rule.kind() != FaultKind.PAUSE || !live.rule.matches(0, names[0])
                        || names.length > 1 && !live.rule.matches(1, names[1]))
                .toList());
    }

    private void become(List<LiveRule> next) {
        rules = next;
        notifyAll();
    }

    public synchronized FaultPlan plan() {
        return new FaultPlan(rules.stream().map(live -> live.rule).toList(), seed);
    }

    /// How many of each kind were done to something since the start, by the kind's word.
    public Map<String, Long> counts() {
        Map<String, Long> sums = new LinkedHashMap<>();
        counts.forEach((kind, count) -> sums.put(kind.word(), count.sum()));
        return sums;
    }

    /// @param caller   a function's name, or `operator`
    /// @param service  such as `dynamodb`
    /// @param action   the operation, such as `TransactWriteItems`
    /// @param resource names of what it is on, such as `Orders` or `Orders+Stock`
    public CallFault call(String caller, String service, String action, String resource) {
        if (rules.isEmpty()) {
            return CallFault.NONE;
        }
        Call call = new Call(caller, service, action, List.of(resource.split("\\+")));
        List<Hit> hits = hits(call::isHitBy);
        return new CallFault(latency(hits), first(hits).map(CallFault::outcome).orElse(CallFault.NONE.outcome()));
    }

    /// @param function its name
    public InvocationFault invocation(String function) {
        List<Hit> hits = hits(rule -> isOfInvocations(rule) && rule.matches(0, function));
        return hits.isEmpty()
                ? InvocationFault.NONE
                : new InvocationFault(latency(hits), first(hits).map(InvocationFault::outcome).orElse(INVOKED));
    }

    /// Whether the process that has an invocation is to be killed.
    ///
    /// @return after how long, if it did not answer before: then instead of that
    public Optional<Duration> kill(String function) {
        return one(FaultKind.KILL, function, "");
    }

    /// Whether something delivered comes again.
    ///
    /// @param source   the name of a queue, of a stream's table, or of a topic
    /// @param consumer the name of the function, or of a topic's queue
    /// @return after how long
    public Optional<Duration> again(String source, String consumer) {
        return one(FaultKind.DUPLICATE, source, consumer);
    }

    /// Whether something to be delivered is held back, so that what came after it overtakes it.
    ///
    /// @return for how long
    public Optional<Duration> heldBack(String source, String consumer) {
        return one(FaultKind.REORDER, source, consumer);
    }

    public boolean isPaused(String source, String consumer) {
        return rules.stream().anyMatch(live -> isAbout(live.rule, FaultKind.PAUSE, source, consumer));
    }

    /// Returns when the consumer may work.
    public void awaitResumed(String source, String consumer) throws InterruptedException {
        if (isPaused(source, consumer)) {
            count(FaultKind.PAUSE);
            synchronized (this) {
                while (isPaused(source, consumer)) {
                    wait();
                }
            }
        }
    }

    private Optional<Duration> one(FaultKind kind, String source, String consumer) {
        List<Hit> hits = hits(rule -> isAbout(rule, kind, source, consumer));
        return first(hits).map(Hit::after);
    }

    private static boolean isAbout(FaultRule rule, FaultKind kind, String source, String consumer) {
        return rule.kind() == kind && rule.matches(0, source) && rule.matches(1, consumer);
    }

    private static boolean isOfInvocations(FaultRule rule) {
        return rule.kind().where == FaultKind.Where.INVOCATION_OR_CALL && !rule.isOfCalls();
    }

    /// Every rule that is asked decides, hit before or not, so that none depends on another.
    private List<Hit> hits(Predicate<FaultRule> asked) {
        List<LiveRule> now = rules;
        return now.isEmpty()
                ? List.of()
                : now.stream().filter(live -> asked.test(live.rule)).flatMap(live -> live.decide().stream()).toList();
    }

    private Duration latency(List<Hit> hits) {
        Duration sum = Duration.ZERO;
        for (Hit hit : hits) {
            if (hit.rule().kind() == FaultKind.LATENCY) {
                count(FaultKind.LATENCY);
                sum = sum.plus(hit.after());
            }
        }
        return sum;
    }

    /// What takes the place of the thing itself happens once.
    private Optional<Hit> first(List<Hit> hits) {
        Optional<Hit> first = hits.stream().filter(hit -> hit.rule().kind() != FaultKind.LATENCY).findFirst();
        first.ifPresent(hit -> count(hit.rule().kind()));
        return first;
    }

    private void count(FaultKind kind) {
        Objects.requireNonNull(counts.get(kind)).increment();
    }
}
