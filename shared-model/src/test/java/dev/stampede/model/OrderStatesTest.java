package dev.stampede.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The state machine as one table, order-states.txt. Every situation that an order can get into is tried with every
/// move: what the table allows must come out as it says, everything else must be refused.
class OrderStatesTest {

    private static final List<Row> ROWS = table();
    private static final Map<List<String>, Order> REACHABLE = reachable();

    private record Row(List<String> from, String move, List<String> to, List<String> events) {

        static Row parse(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(words(cells[0]), cells[1].strip(), words(cells[2]), words(cells[3]));
        }

        private static List<String> words(String cell) {
            return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
        }

        boolean isFor(List<String> situation) {
            for (int i = 0; i < from.size(); i++) {
                if (!from.get(i).equals("*") && !List.of(from.get(i).split(",")).contains(situation.get(i))) {
                    return false;
                }
            }
            return true;
        }

        List<String> after(List<String> situation) {
            return Stream.iterate(0, i -> i + 1).limit(situation.size())
                    .map(i -> to.get(i).equals("=") ? situation.get(i) : to.get(i))
                    .toList();
        }
    }

    private static List<Row> table() {
        try (InputStream in = OrderStatesTest.class.getResourceAsStream("order-states.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everySituationWithEveryMove() {
        return REACHABLE.entrySet().stream().flatMap(situation -> Arrays.stream(Move.values())
                .map(move -> dynamicTest(String.join(" ", situation.getKey()) + " and " + move,
                        () -> meets(situation.getKey(), situation.getValue(), move))));
    }

    @Test
    void everyStatusCanBeReached() {
        assertThat(REACHABLE.values().stream().map(Order::status).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(OrderStatus.class));
    }

    @Test
    void everyReachableSituationHasARow() {
        for (List<String> situation : REACHABLE.keySet()) {
            assertThat(ROWS).as(String.join(" ", situation)).anyMatch(row -> row.isFor(situation));
        }
    }

    @Test
    void everyRowIsForASituationThatExists() {
        for (Row row : ROWS) {
            assertThat(REACHABLE.keySet()).as(row.toString()).anyMatch(row::isFor);
        }
    }

    @Test
    void everyTransitionOfAnOrderIsTried() {
        Set<String> transitions = Arrays.stream(Order.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(OrderStatesTest::answersAnOrder)
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Move.values()).map(Move::method).collect(Collectors.toSet())).isEqualTo(transitions);
        assertThat(Arrays.stream(Move.values()).map(Move::name)).allMatch(
                move -> ROWS.stream().anyMatch(row -> row.move().equals(move)), "is allowed by some row");
    }

    private static boolean answersAnOrder(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType type
                && type.getRawType() == Optional.class && type.getActualTypeArguments()[0] == Order.class;
    }

    private static void meets(List<String> situation, Order before, Move move) {
        Instant at = before.holdUntil();
        Optional<Order> after = move.apply(before, at);
        List<Row> rows = ROWS.stream().filter(row -> row.move().equals(move.name()) && row.isFor(situation)).toList();
        if (rows.isEmpty()) {
            assertThat(after).isEmpty();
            return;
        }
        assertThat(rows).hasSize(1);
        assertThat(after.map(OrderStatesTest::situation)).contains(rows.getFirst().after(situation));
        assertMoved(before, after.orElseThrow(), move, at, rows.getFirst().events());
    }

    private static void assertMoved(Order before, Order after, Move move, Instant at, List<String> events) {
        int old = before.history().size();
        List<HistoryEntry> added = after.history().subList(old, after.history().size());
        assertThat(after.history().subList(0, old)).isEqualTo(before.history());
        assertThat(added.stream().map(OrderStatesTest::event)).containsExactlyElementsOf(events);
        for (HistoryEntry entry : added) {
            assertThat(entry.version()).isEqualTo(after.history().indexOf(entry) + 1);
            assertThat(entry.by()).isEqualTo(move.by());
            assertThat(entry.note()).isEqualTo(move.note());
            assertThat(entry.at()).isEqualTo(at);
            assertThat(entry.refund().isPresent()).isEqualTo(move.method().equals("refunded"));
        }
        if (!added.isEmpty()) {
            assertThat(added.getLast().status()).isEqualTo(after.status());
            assertThat(added.subList(0, added.size() - 1)).allMatch(entry -> entry.status() == before.status());
        }
        assertThat(after.version()).isEqualTo(after.history().size());
        boolean failedNow = after.status() != before.status() && after.status().isFailed();
        assertThat(after.reason()).isEqualTo(failedNow ? added.getLast().reason() : before.reason());
        assertThat(after.holdUntil()).isEqualTo(heldUntil(before, after, move, at));
        assertThat(after.placed()).isEqualTo(before.placed());
        assertThat(after.stock()).isEqualTo(before.stock());
    }

    private static Instant heldUntil(Order before, Order after, Move move, Instant at) {
        boolean toBeReviewed = move == Move.FRAUD_LEFT_OPEN || move == Move.PAYMENT_AUTHORIZED;
        if (toBeReviewed && after.payment() == PaymentStatus.AUTHORIZED
                && after.fraud().decision() == FraudCheck.Decision.REVIEW) {
            return at.plus(Order.REVIEW_HOLD);
        }
        return move == Move.PAYMENT_UNANSWERED ? at.minusSeconds(1) : before.holdUntil();
    }

    private static String event(HistoryEntry entry) {
        return Stream.concat(Stream.of(entry.type().wireName()), entry.reason().stream().map(Reason::name))
                .collect(joining(":"));
    }

    private static List<String> situation(Order order) {
        return List.of(order.status().name(), order.payment().name(), order.fraud().decision().name(),
                order.stockWanted().name());
    }

    /// One order for each situation that moves can bring it to, by whatever way comes first.
    private static Map<List<String>, Order> reachable() {
        Map<List<String>, Order> found = new LinkedHashMap<>();
        Order accepted = new Order(Orders.placed(), OrderStatus.PENDING, Optional.empty(), PaymentStatus.PENDING,
                FraudCheck.PENDING, StockState.NONE, Orders.LATER, 0, List.of());
        Deque<Order> open = new ArrayDeque<>(List.of(accepted, Orders.reserved(), Orders.rejected()));
        while (!open.isEmpty()) {
            Order order = open.remove();
            if (found.putIfAbsent(situation(order), order) == null) {
                Arrays.stream(Move.values())
                        .flatMap(move -> move.apply(order, order.holdUntil()).stream())
                        .forEach(open::add);
            }
        }
        return found;
    }
}
