package dev.stampede.verification.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.verification.storm.Purchase.Body;
import dev.stampede.verification.storm.Purchase.Repeat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StormTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Storm storm = Storm.of(7, 2000, 50, NOW);

    @Test
    void aSeedIsAlwaysTheSameStormAndAnotherSeedIsAnother() {
        assertThat(Storm.of(7, 2000, 50, NOW)).isEqualTo(storm);
        assertThat(Storm.of(8, 2000, 50, NOW).waves()).isNotEqualTo(storm.waves());
    }

    @Test
    void asManyAsAskedWantWhatIsInTheSaleAndOthersBuyBesideThem() {
        long forTheSale = storm.purchases().stream().filter(StormTest::isForTheSale).count();

        assertThat(forTheSale).isEqualTo(2000);
        assertThat(storm.purchases()).hasSizeGreaterThan(2200);
        assertThat(storm.waves()).hasSize(3).noneMatch(List::isEmpty);
    }

    @Test
    void theSaleHasItsUnitsAndAFewMoreAreInStock() {
        Goods inSale = storm.shelf().stream().filter(goods -> goods.sale().isPresent()).findFirst().orElseThrow();

        assertThat(inSale.sale().orElseThrow().units()).isEqualTo(50);
        assertThat(inSale.units()).isGreaterThan(50);
        assertThat(inSale.line(1).limitPerCustomer()).hasValue(2);
    }

    @Test
    void keysAreUniqueAndSoAreAddresses() {
        assertThat(storm.purchases()).extracting(Purchase::key).doesNotHaveDuplicates();
        assertThat(storm.purchases()).extracting(Purchase::email).doesNotHaveDuplicates();
    }

    @Test
    void someTrySixSpellingsOfOneAddress() {
        Map<String, Long> people = storm.purchases().stream()
                .map(purchase -> new Customer(Optional.of(purchase.email()), Optional.empty()).identity())
                .collect(Collectors.groupingBy(identity -> identity, Collectors.counting()));

        assertThat(people.values()).containsOnly(1L, 6L).filteredOn(count -> count == 6).hasSize(20);
    }

    @Test
    void everythingThatIsOrderedIsForSaleAndEveryOtherBodyIsAnother() {
        List<String> skus = storm.shelf().stream().map(Goods::sku).toList();

        assertThat(storm.purchases()).allSatisfy(purchase -> {
            assertThat(purchase.lines()).isNotEmpty().allMatch(line -> skus.contains(line.sku()));
            assertThat(purchase.lines(Body.OTHER)).isNotEqualTo(purchase.lines(Body.OWN));
        });
    }

    @Test
    void aFewSeedsBringEveryRepeatEveryStepAndEveryToken() {
        List<Purchase> many = LongStream.rangeClosed(1, 5).boxed()
                .flatMap(seed -> Storm.of(seed, 2000, 50, NOW).purchases().stream())
                .toList();

        assertThat(many).extracting(Purchase::repeat).contains(Repeat.values());
        assertThat(many.stream().flatMap(purchase -> purchase.fate().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Step.values()));
        assertThat(many).extracting(Purchase::token).contains(
                "tok_ok", "tok_declined", "tok_timeout_then_ok", "tok_slow_6s", "tok_error_500", "tok_fraud");
    }

    @Test
    void fortyBrokenCardsComeBeforeTheOthersOfTheLastWave() {
        List<Purchase> last = storm.waves().getLast();

        assertThat(last.subList(0, 40))
                .allMatch(purchase -> purchase.token().equals("tok_error_500") && Storm.isBrokenCard(purchase.email()));
        assertThat(last.subList(40, last.size())).noneMatch(purchase -> Storm.isBrokenCard(purchase.email()));
    }

    private static boolean isForTheSale(Purchase purchase) {
        return purchase.lines().getFirst().sku().equals("prove-sale");
    }
}
