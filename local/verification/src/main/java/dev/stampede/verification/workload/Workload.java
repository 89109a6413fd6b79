package dev.stampede.verification.workload;

import dev.stampede.verification.workload.Purchase.Line;
import dev.stampede.verification.workload.Purchase.Repeat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Everything that a seed determines: the catalogue, every purchase with its repeats, and the actions that follow it.
/// How the threads and processes of a run interleave is not determined by the seed.
///
/// @param waves run one after the other; payments are paused during the second
public record Workload(long seed, List<CatalogueItem> catalogue, List<List<Purchase>> waves) {

    /// Percent of all purchases.
    private static final int FIRST_WAVE = 55;
    private static final int SECOND_WAVE = 10;

    /// Sale buyers per order for other products.
    private static final int BUYERS_PER_ORDER = 8;
    /// Sale buyers per customer who tries six spellings of one address.
    private static final int BUYERS_PER_CHEAT = 100;
    /// Sale buyers per order that needs a fraud review.
    private static final int BUYERS_PER_REVIEW = 200;
    /// Enough cards without an answer to have once stopped every other payment for a quarter of an hour.
    private static final int BROKEN_CARDS = 40;
    private static final String BROKEN_CARD = "broken-card-";

    public Workload {
        catalogue = List.copyOf(catalogue);
        waves = waves.stream().map(List::copyOf).toList();
    }

    /// @param buyers of the product in the sale; further buyers are added for the other products
    /// @param units  in the sale
    /// @param now    a moment at which the sale is on; it lasts for hours more
    public static Workload of(long seed, int buyers, int units, Instant now) {
        Random random = new Random(seed);
        Catalogue catalogue = Catalogue.of(random, units, now);
        Crowd crowd = new Crowd(seed, random, catalogue);
        List<Purchase> all = new ArrayList<>();
        int cheats = buyers / BUYERS_PER_CHEAT;
        for (int i = 0; i < cheats; i++) {
            all.addAll(crowd.cheat());
        }
        while (all.size() < buyers) {
            all.add(crowd.bargainHunter());
        }
        for (int i = 0; i < buyers / BUYERS_PER_ORDER; i++) {
            all.add(crowd.customer());
        }
        for (int i = 0; i < Math.max(2, buyers / BUYERS_PER_REVIEW); i++) {
            all.add(crowd.suspect());
        }
        Collections.shuffle(all, random);
        int first = all.size() * FIRST_WAVE / 100;
        int second = first + all.size() * SECOND_WAVE / 100;
        // They come first in the last wave, so that all its other buyers pay beside them.
        List<Purchase> last = new ArrayList<>();
        for (int i = 0; i < BROKEN_CARDS; i++) {
            last.add(crowd.brokenCard());
        }
        last.addAll(all.subList(second, all.size()));
        return new Workload(seed, catalogue.items(), List.of(all.subList(0, first), all.subList(first, second), last));
    }

    /// Whether the address belongs to a buyer whose card never gets an answer.
    public static boolean isBrokenCard(String email) {
        return email.startsWith(BROKEN_CARD);
    }

    public List<Purchase> purchases() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /// Draws the buyers of one workload, one at a time.
    private static final class Crowd {

        private static final int SPELLINGS = 6;
        private static final Weighted<Repeat> REPEATS = new Weighted<Repeat>()
                .add(78, Repeat.ONCE)
                .add(10, Repeat.AGAIN)
                .add(6, Repeat.AT_ONCE)
                .add(4, Repeat.OTHER_BODY)
                .add(2, Repeat.RACING_BODY);
        private static final Weighted<String> TOKENS = new Weighted<String>()
                .add(890, "tok_ok")
                .add(40, "tok_declined")
                .add(40, "tok_timeout_then_ok")
                .add(5, "tok_slow_6s")
                .add(10, "tok_error_500")
                .add(15, "tok_fraud");
        /// Units per line of an everyday order.
        private static final int MAX_QUANTITY = 3;

        private final long seed;
        private final Random random;
        private final Catalogue catalogue;
        private int count;

        Crowd(long seed, Random random, Catalogue catalogue) {
            this.seed = seed;
            this.random = random;
            this.catalogue = catalogue;
        }

        /// Buys the product that is in the sale.
        Purchase bargainHunter() {
            return inSale("buyer-%d-%d@shop.example".formatted(seed, ++count));
        }

        /// Tries to exceed the purchase limit with six spellings of one mailbox.
        List<Purchase> cheat() {
            String name = "prove%dcheat%d".formatted(seed, ++count);
            List<Purchase> purchases = new ArrayList<>();
            for (int i = 0; i < SPELLINGS; i++) {
                purchases.add(inSale(switch (i) {
                    case 0 -> name + "@gmail.com";
                    case 1 -> name.toUpperCase(Locale.ROOT) + "@gmail.com";
                    case 2 -> "p.rove" + name.substring(5) + "@googlemail.com";
                    default -> name + "+" + i + "@gmail.com";
                }));
            }
            return purchases;
        }

        Purchase customer() {
            List<String> skus = new ArrayList<>(catalogue.everyday());
            Collections.shuffle(skus, random);
            List<Line> lines = skus.subList(0, 1 + random.nextInt(4)).stream()
                    .map(sku -> new Line(sku, 1 + random.nextInt(MAX_QUANTITY)))
                    .toList();
            return purchase("customer-%d-%d@shop.example".formatted(seed, ++count), lines,
                    Scenarios.ofEverydayOrder(random));
        }

        /// Buys a product with plenty of stock, so that no other buyer is refused because of it.
        Purchase brokenCard() {
            return new Purchase(key(), BROKEN_CARD + "%d-%d@shop.example".formatted(seed, ++count),
                    List.of(new Line(catalogue.everyday().getLast(), 1)), List.of(), "tok_error_500", Repeat.ONCE,
                    List.of());
        }

        /// Buys so much at once that the order needs a manual review.
        Purchase suspect() {
            return new Purchase(key(), "suspect-%d-%d@shop.example".formatted(seed, ++count),
                    List.of(new Line(catalogue.dearest(), 9)), List.of(), "tok_ok", Repeat.ONCE,
                    Scenarios.ofReview(random));
        }

        private Purchase inSale(String email) {
            int quantity = random.nextInt(10) < 7 ? 1 : 2;
            return purchase(email, List.of(new Line(catalogue.inSale(), quantity)), Scenarios.ofSaleOrder(random));
        }

        private Purchase purchase(String email, List<Line> lines, List<OrderAction> followUps) {
            Repeat repeat = REPEATS.draw(random);
            List<Line> others = repeat.hasOtherBody()
                    ? List.of(new Line(catalogue.everyday().get(random.nextInt(catalogue.everyday().size())),
                            MAX_QUANTITY + 1))
                    : List.of();
            return new Purchase(key(), email, lines, others, TOKENS.draw(random), repeat, followUps);
        }

        private String key() {
            return "prove-%d-%d".formatted(seed, ++count);
        }
    }
}
