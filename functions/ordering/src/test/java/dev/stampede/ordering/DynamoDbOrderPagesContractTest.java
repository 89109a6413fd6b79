package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Reason;
import dev.stampede.ordering.OrderPages.Page;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbOrderPagesContractTest {

    private final Tables tables;
    private final OrderPages pages;
    private final String email = Sample.id() + "@example.com";

    DynamoDbOrderPagesContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.pages = new DynamoDbOrderPages(
                engine.cloud().dynamoDb(), Cloud.ORDERS, () -> Sample.NOON.plus(Duration.ofDays(40)));
    }

    @Test
    void aCustomersOrdersComeNewestFirstAndNobodyElses() {
        Order old = reserved(Sample.NOON);
        Order newest = reserved(Sample.NOON.plusSeconds(90));
        Order middle = reserved(Sample.NOON.plusMillis(1));
        tables.put(Sample.reserved("other-" + email, Sample.NOON));

        Page page = pages.byCustomer(email, OrderFilter.ALL, 10, Optional.empty());

        assertThat(page.orders()).containsExactly(newest, middle, old);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void aRejectedOrderIsNotKeptByCustomer() {
        Order reserved = reserved(Sample.NOON);
        tables.put(Sample.rejected(Sample.placed(email, Sample.NOON, List.of(Sample.line("any", 1)))));

        assertThat(pages.byCustomer(email, OrderFilter.ALL, 10, Optional.empty()).orders()).containsExactly(reserved);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        IntStream.range(0, 7).forEach(i -> reserved(Sample.NOON.plusSeconds(i)));

        List<Page> read = readAll(after -> pages.byCustomer(email, OrderFilter.ALL, 3, after));

        assertThat(read).extracting(page -> page.orders().size()).startsWith(3, 3, 1);
        assertThat(orders(read)).extracting(order -> order.placed().placedAt())
                .containsExactlyElementsOf(
                        IntStream.range(0, 7).mapToObj(i -> Sample.NOON.plusSeconds(6 - i)).toList());
    }

    @Test
    void ordersOfTheSameMillisecondAreNotSkippedBetweenPages() {
        List<Order> placed = IntStream.range(0, 5).mapToObj(_ -> reserved(Sample.NOON)).toList();

        List<Page> read = readAll(after -> pages.byCustomer(email, OrderFilter.ALL, 2, after));

        assertThat(orders(read)).containsExactlyInAnyOrderElementsOf(placed);
    }

    @Test
    void aStatusIsFoundBehindMoreOrdersThanAPageHolds() {
        Order cancelled = cancelled(Sample.NOON);
        IntStream.range(1, 6).forEach(i -> reserved(Sample.NOON.plusSeconds(i)));
        Order later = cancelled(Sample.NOON.plusSeconds(9));

        List<Page> read = readAll(after -> pages.byCustomer(email, OrderFilter.of(OrderStatus.CANCELLED), 2, after));

        assertThat(read.getFirst().orders()).containsExactly(later, cancelled);
        assertThat(orders(read)).hasSize(2);
    }

    @Test
    void whatAPageReadAndDoesNotShowIsOnTheNextOne() {
        reserved(Sample.NOON.plusSeconds(1));
        List<Order> wanted = Stream.of(4, 3, 2, 0).map(i -> cancelled(Sample.NOON.plusSeconds(2 * i))).toList();
        reserved(Sample.NOON.plusSeconds(7));

        List<Page> read = readAll(after -> pages.byCustomer(email, OrderFilter.of(OrderStatus.CANCELLED), 2, after));

        assertThat(read).allMatch(page -> page.orders().size() <= 2);
        assertThat(orders(read)).containsExactlyElementsOf(wanted);
    }

    @Test
    void everybodysOrdersComeOnceEachAndNewestFirst() {
        Order rejected = Sample.rejected(Sample.placed("any", 1));
        tables.put(rejected);
        List<Order> placed = IntStream.range(0, 35).mapToObj(i -> reserved(Sample.NOON.plusMillis(i / 7))).toList();
        Order monthsAgo = reserved(Sample.NOON.minus(Duration.ofDays(100)));

        List<Order> read = orders(readAll(after -> pages.all(OrderFilter.ALL, 4, after)));

        assertThat(read).containsAll(placed).contains(monthsAgo).doesNotContain(rejected).doesNotHaveDuplicates();
        assertThat(read).extracting(order -> order.placed().placedAt()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void everybodysRejectedOrdersAreThereForWhoAsksForThem() {
        Order rejected = Sample.rejected(Sample.placed("any", 1));
        tables.put(rejected);

        List<Order> read = orders(readAll(after -> pages.all(OrderFilter.of(OrderStatus.REJECTED), 4, after)));

        assertThat(read).contains(rejected).allMatch(order -> order.status() == OrderStatus.REJECTED)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsRareIsFoundBehindHundredsOfOthersAndAnEmptyPageIsTheEnd() {
        Instant then = Sample.NOON.minus(Duration.ofDays(200));
        Order cancelled = cancelled(then);
        IntStream.range(1, 250).forEach(i -> reserved(then.plusMillis(i)));
        LocalDate day = LocalDate.ofInstant(then, ZoneOffset.UTC);
        OrderFilter rare = new OrderFilter(Optional.of(OrderStatus.CANCELLED), Optional.of(day));

        assertThat(pages.all(rare, 20, Optional.empty()).orders()).containsExactly(cancelled);
        assertThat(pages.byCustomer(email, rare, 20, Optional.empty()).orders()).containsExactly(cancelled);
        OrderFilter none = OrderFilter.of(day.minusDays(1));
        assertThat(pages.all(none, 1, Optional.empty())).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void everybodysOrdersOfAStatusAreOfThatStatus() {
        Order cancelled = cancelled(Sample.NOON);
        reserved(Sample.NOON);

        List<Order> read = orders(readAll(after -> pages.all(OrderFilter.of(OrderStatus.CANCELLED), 40, after)));

        assertThat(read).contains(cancelled).allMatch(order -> order.status() == OrderStatus.CANCELLED);
    }

    @Test
    void theOrdersOfADayAreThoseFromItsFirstToItsLastMillisecondInUtc() {
        Instant midnight = Instant.parse("2026-01-02T00:00:00Z");
        reserved(midnight.minusMillis(1));
        Order first = reserved(midnight);
        Order cancelled = cancelled(midnight.plusSeconds(1));
        Order last = reserved(midnight.plus(Duration.ofDays(1)).minusMillis(1));
        reserved(midnight.plus(Duration.ofDays(1)));
        OrderFilter day = OrderFilter.of(LocalDate.of(2026, 1, 2));

        List<Page> mine = readAll(after -> pages.byCustomer(email, day, 2, after));
        List<Order> everybodys = orders(readAll(after -> pages.all(day, 40, after)));

        assertThat(orders(mine)).containsExactly(last, cancelled, first);
        assertThat(everybodys).contains(first, cancelled, last)
                .allMatch(order -> order.placed().placedAt().toString().startsWith("2026-01-02"));
        assertThat(pages.byCustomer(email, new OrderFilter(Optional.of(OrderStatus.CANCELLED), day.day()), 5,
                Optional.empty()).orders()).containsExactly(cancelled);
    }

    private Order reserved(Instant at) {
        Order order = Sample.reserved(email, at);
        tables.put(order);
        return order;
    }

    private Order cancelled(Instant at) {
        Order order = Sample.reserved(email, at).paymentDeclined(Reason.PAYMENT_DECLINED, at).orElseThrow();
        tables.put(order);
        return order;
    }

    /// Every cursor goes through its text, as it does between two requests.
    private static List<Page> readAll(Function<Optional<OrderCursor>, Page> read) {
        List<Page> all = new ArrayList<>(List.of(read.apply(Optional.empty())));
        while (all.getLast().next().isPresent()) {
            all.add(read.apply(OrderCursor.ofText(all.getLast().next().get().toText())));
        }
        return all;
    }

    private static List<Order> orders(List<Page> pages) {
        return pages.stream().flatMap(page -> page.orders().stream()).toList();
    }
}
