package dev.stampede.verification.storm;

import dev.stampede.verification.storm.Purchase.Line;
import dev.stampede.verification.storm.Purchase.Repeat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Everything that a seed decides: what is for sale, who buys what in which order and how clumsily, and what becomes of
/// the orders. How the threads and processes of the run interleave no seed decides.
///
/// @param waves come one after the other; while the second one comes nobody takes payments
public record Storm(long seed, List<Goods> shelf, List<List<Purchase>> waves) {

    /// Of a hundred purchases.
    private static final int FIRST_WAVE = 55;
    private static final int SECOND_WAVE = 10;

    /// One background order for so many buyers of the sale.
    private static final int BUYERS_PER_ORDER = 8;
    /// Somebody with six spellings of one address, for so many buyers.
    private static final int BUYERS_PER_CHEAT = 100;
    private static final int BUYERS_PER_REVIEW = 200;
    /// What once kept everybody else from paying for a quarter of an hour.
    private static final int BROKEN_CARDS = 40;
    private static final String BROKEN_CARD = "broken-card-";

    public Storm {
        shelf = List.copyOf(shelf);
        waves = waves.stream().map(List::copyOf).toList();
    }

    /// @param buyers of the product in the sale; others come beside them
    /// @param units  in the sale
    /// @param now    the sale is running then, and for the next hours
    public static Storm of(long seed, int buyers, int units, Instant now) {
        Random random = new Random(seed);
        Shelf shelf = Shelf.of(random, units, now);
        Crowd crowd = new Crowd(seed, random, shelf);
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
        // Before all others of the last wave, who pay beside them.
        List<Purchase> last = new ArrayList<>();
        for (int i = 0; i < BROKEN_CARDS; i++) {
            last.add(crowd.brokenCard());
        }
        last.addAll(all.subList(second, all.size()));
        return new Storm(seed, shelf.goods(), List.of(all.subList(0, first), all.subList(first, second), last));
    }

    /// Whether an address is of those who come together with cards that get no answer.
    static boolean isBrokenCard(String email) {
        return email.startsWith(BROKEN_CARD);
    }

    public List<Purchase> purchases() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /// The people of one storm, drawn one by one.
    private static final class Crowd {

        private static final int SPELLINGS = 6;
        /// Of one thing in an everyday order.
        private static final int MOST = 3;

        private final long seed;
        private final Random random;
        private final Shelf shelf;
        private int count;

        Crowd(long seed, Random random, Shelf shelf) {
            this.seed = seed;
            this.random = random;
            this.shelf = shelf;
        }

        /// Wants what is in the sale, as everybody does.
        Purchase bargainHunter() {
            return inSale("buyer-%d-%d@shop.example".formatted(seed, ++count));
        }

        /// One person under six spellings of one mailbox, against the limit.
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
            List<String> skus = new ArrayList<>(shelf.everyday());
            Collections.shuffle(skus, random);
            List<Line> lines = skus.subList(0, 1 + random.nextInt(4)).stream()
                    .map(sku -> new Line(sku, 1 + random.nextInt(MOST)))
                    .toList();
            return purchase("customer-%d-%d@shop.example".formatted(seed, ++count), lines, Fates.ofOrder(random));
        }

        /// Takes what there is plenty of, so that nobody is refused for it.
        Purchase brokenCard() {
            return new Purchase(key(), BROKEN_CARD + "%d-%d@shop.example".formatted(seed, ++count),
                    List.of(new Line(shelf.everyday().getLast(), 1)), List.of(), "tok_error_500", Repeat.ONCE,
                    List.of());
        }

        /// Buys so much at once that a person has to look at it.
        Purchase suspect() {
            return new Purchase(key(), "suspect-%d-%d@shop.example".formatted(seed, ++count),
                    List.of(new Line(shelf.dearest(), 9)), List.of(), "tok_ok", Repeat.ONCE, Fates.ofReview(random));
        }

        private Purchase inSale(String email) {
            int quantity = random.nextInt(10) < 7 ? 1 : 2;
            return purchase(email, List.of(new Line(shelf.inSale(), quantity)), Fates.ofBargain(random));
        }

        private Purchase purchase(String email, List<Line> lines, List<Step> fate) {
            Repeat repeat = repeat();
            List<Line> others = repeat.hasOtherBody()
                    ? List.of(new Line(shelf.everyday().get(random.nextInt(shelf.everyday().size())), MOST + 1))
                    : List.of();
            return new Purchase(key(), email, lines, others, token(), repeat, fate);
        }

        private String key() {
            return "prove-%d-%d".formatted(seed, ++count);
        }

        private Repeat repeat() {
            int lot = random.nextInt(100);
            return lot < 78
                    ? Repeat.ONCE
                    : lot < 88
                            ? Repeat.AGAIN
                            : lot < 94
                                    ? Repeat.AT_ONCE
                                    : lot < 98 ? Repeat.OTHER_BODY : Repeat.RACING_BODY;
        }

        private String token() {
            int lot = random.nextInt(1000);
            return lot < 890
                    ? "tok_ok"
                    : lot < 930
                            ? "tok_declined"
                            : lot < 970
                                    ? "tok_timeout_then_ok"
                                    : lot < 975
                                            ? "tok_slow_6s"
                                            : lot < 985 ? "tok_error_500" : "tok_fraud";
        }
    }
}
