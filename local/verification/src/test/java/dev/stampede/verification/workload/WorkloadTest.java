package dev.stampede.verification.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.verification.workload.Purchase.Body;
import dev.stampede.verification.workload.Purchase.Repeat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Workload workload = Workload.of(7, 2000, 50, NOW);

    @Test
    void aSeedIsAlwaysTheSameWorkloadAndAnotherSeedIsAnother() {
        assertThat(Workload.of(7, 2000, 50, NOW)).isEqualTo(workload);
        assertThat(Workload.of(8, 2000, 50, NOW).waves()).isNotEqualTo(workload.waves());
    }

    @Test
    void asManyAsAskedWantWhatIsInTheSaleAndOthersBuyBesideThem() {
        long forTheSale = workload.purchases().stream().filter(WorkloadTest::isForTheSale).count();

        assertThat(forTheSale).isEqualTo(2000);
        assertThat(workload.purchases()).hasSizeGreaterThan(2200);
        assertThat(workload.waves()).hasSize(3).noneMatch(List::isEmpty);
    }

    @Test
    void theSaleHasItsUnitsAndAFewMoreAreInStock() {
        CatalogueItem inSale =
                workload.catalogue().stream().filter(item -> item.sale().isPresent()).findFirst().orElseThrow();

        assertThat(inSale.sale().orElseThrow().units()).isEqualTo(50);
        assertThat(inSale.units()).isGreaterThan(50);
        assertThat(inSale.line(1).limitPerCustomer()).hasValue(2);
    }

    @Test
    void keysAreUniqueAndSoAreAddresses() {
        assertThat(workload.purchases()).extracting(Purchase::key).doesNotHaveDuplicates();
        assertThat(workload.purchases()).extracting(Purchase::email).doesNotHaveDuplicates();
    }

    @Test
    void someTrySixSpellingsOfOneAddress() {
        Map<String, Long> people = workload.purchases().stream()
                .map(purchase -> new Customer(Optional.of(purchase.email()), Optional.empty()).identity())
                .collect(Collectors.groupingBy(identity -> identity, Collectors.counting()));

        assertThat(people.values()).containsOnly(1L, 6L).filteredOn(count -> count == 6).hasSize(20);
    }

    @Test
    void everythingThatIsOrderedIsForSaleAndEveryOtherBodyIsAnother() {
        List<String> skus = workload.catalogue().stream().map(CatalogueItem::sku).toList();

        assertThat(workload.purchases()).allSatisfy(purchase -> {
            assertThat(purchase.lines()).isNotEmpty().allMatch(line -> skus.contains(line.sku()));
            assertThat(purchase.lines(Body.OTHER)).isNotEqualTo(purchase.lines(Body.OWN));
        });
    }

    @Test
    void aFewSeedsBringEveryRepeatEveryStepAndEveryToken() {
        List<Purchase> many = LongStream.rangeClosed(1, 5).boxed()
                .flatMap(seed -> Workload.of(seed, 2000, 50, NOW).purchases().stream())
                .toList();

        assertThat(many).extracting(Purchase::repeat).contains(Repeat.values());
        assertThat(many.stream().flatMap(purchase -> purchase.followUps().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(OrderAction.values()));
        assertThat(many).extracting(Purchase::token).contains(
                "tok_ok", "tok_declined", "tok_timeout_then_ok", "tok_slow_6s", "tok_error_500", "tok_fraud");
    }

    @Test
    void fortyBrokenCardsComeBeforeTheOthersOfTheLastWave() {
        List<Purchase> last = workload.waves().getLast();

        assertThat(last.subList(0, 40))
                .allMatch(purchase -> purchase.token().equals("tok_error_500")
                        && Workload.isBrokenCard(purchase.email()));
        assertThat(last.subList(40, last.size())).noneMatch(purchase -> Workload.isBrokenCard(purchase.email()));
    }

    private static boolean isForTheSale(Purchase purchase) {
        return purchase.lines().getFirst().sku().equals("prove-sale");
    }
}
