package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stampede.email.NotifyRestocked.Notified;
import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Product;
import dev.stampede.model.RestockNotice;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// The numbers are those of the package's requirements.
final class NotifyRestockedTest {

    private final Notices notices = new Notices();
    private final Map<String, Offer> shelf = new HashMap<>();
    private final List<Mail> sent = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private boolean away;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final NotifyRestocked notify =
            new NotifyRestocked(notices, new Catalogue(shelf), this::send, "https://shop.example/", () -> now);

    /// Requirement 8.
    @Test
    void whoWaitsIsToldOnceWhenUnitsAreBack() {
        notices.ask("hub", "a@example.com");
        assertThat(run()).isEqualTo(new Notified(0, 0));

        restock("hub");
        assertThat(run()).isEqualTo(new Notified(1, 0));
        assertThat(run()).isEqualTo(new Notified(0, 0));

        assertThat(sent).extracting(Mail::to).containsExactly("a@example.com");
    }

    /// Requirement 8.
    @Test
    void nobodyIsToldOfWhatCannotBeOrderedNow() {
        notices.ask("gone", "a@example.com");
        notices.ask("none", "b@example.com");
        notices.ask("soon", "c@example.com");
        shelf.put("none", offer("none", "None", 0));
        Product soon = offer("soon", "Soon", 5).product();
        Sale sale = new Sale("flash", now.plusSeconds(1), now.plusSeconds(60), Money.ofMinor(2_990), 5,
                Optional.empty());
        shelf.put("soon", new Offer(new Product(soon.id(), soon.name(), soon.price(), soon.originalPrice(), "", "parts",
                "/i.svg", Optional.empty(), Optional.of(sale), 1), Stock.of("soon", 5)));

        assertThat(run()).isEqualTo(new Notified(0, 0));
        now = now.plusSeconds(1);
        assertThat(run()).isEqualTo(new Notified(1, 0));
        assertThat(sent).extracting(Mail::to).containsExactly("c@example.com");
    }

    @Test
    void theMailNamesTheProductItsPriceAndWhereItIs() {
        notices.ask("hub", "a@example.com");
        shelf.put("hub", offer("hub", "<b>Hub & Co</b>", 1));
        run();

        Mail mail = sent.getFirst();
        assertThat(mail.subject()).isEqualTo("<b>Hub & Co</b> is back in stock");
        assertThat(mail.html())
                .contains("&lt;b&gt;Hub &amp; Co&lt;/b&gt;", "$39.90", "href=\"https://shop.example/products/hub\"")
                .doesNotContain("<b>");
        assertThat(mail.text()).contains("<b>Hub & Co</b> is back", "at $39.90", "https://shop.example/products/hub");
    }

    /// Requirement 9.
    @Test
    void aRunSendsABoundedNumberAndSomeOfEachProduct() {
        for (int i = 0; i < 2 * NotifyRestocked.MAX_MAILS; i++) {
            notices.ask("crowded", "c" + i + "@example.com");
        }
        notices.ask("quiet", "q@example.com");
        restock("crowded");
        restock("quiet");

        run();

        assertThat(sent).hasSize(NotifyRestocked.MAX_MAILS / 2 + 1).extracting(Mail::to).contains("q@example.com");
        for (int i = 0; i < 5; i++) {
            run();
        }
        assertThat(sent).hasSize(2 * NotifyRestocked.MAX_MAILS + 1).doesNotHaveDuplicates();
    }

    /// Requirement 9.
    @Test
    void whereThereAreMoreProductsThanMailsEachComesFirstInItsMinute() {
        for (int i = 0; i < NotifyRestocked.MAX_MAILS + 50; i++) {
            for (int j = 0; j < 3; j++) {
                notices.ask("p" + i, "m" + i + "-" + j + "@example.com");
            }
            restock("p" + i);
        }
        for (int minutes = 0; minutes < 300; minutes += 100) {
            run();
            now = now.plus(Duration.ofMinutes(100));
        }

        assertThat(sent).hasSize(3 * NotifyRestocked.MAX_MAILS);
        assertThat(sent.stream().map(Mail::subject).distinct()).hasSize(NotifyRestocked.MAX_MAILS + 50);
    }

    @Test
    void whenTimeIsUpTheRestWaitsForTheNextRun() {
        notices.ask("hub", "a@example.com");
        notices.ask("hub", "b@example.com");
        restock("hub");

        notify.run(() -> sent.isEmpty());

        assertThat(sent).hasSize(1);
        run();
        assertThat(sent).hasSize(2);
    }

    /// Requirement 9.
    @Test
    void anAddressThatTheProviderRefusesHoldsUpNobodyAndIsGivenUpInTheEnd() {
        notices.ask("hub", "a-bad@example.com");
        notices.ask("hub", "b@example.com");
        refused.add("a-bad@example.com");
        restock("hub");

        assertThat(run()).isEqualTo(new Notified(1, 1));
        for (int tries = 1; tries < NotifyRestocked.MAX_TRIES; tries++) {
            now = now.plus(Duration.ofMinutes(2));
            assertThat(run()).isEqualTo(new Notified(0, 1));
        }
        now = now.plus(Duration.ofMinutes(2));
        assertThat(run()).isEqualTo(new Notified(0, 0));
        assertThat(notices.waiting).isEmpty();
    }

    /// Requirement 9.
    @Test
    void whatTheProviderRefusedOnceIsSentInTheNextRun() {
        notices.ask("hub", "a@example.com");
        restock("hub");
        refused.add("a@example.com");
        assertThat(run()).isEqualTo(new Notified(0, 1));

        refused.clear();

        assertThat(run()).isEqualTo(new Notified(1, 0));
    }

    /// Requirement 9.
    @Test
    void aProviderThatIsAwayForHoursCostsNobodyTheirMail() {
        notices.ask("hub", "a@example.com");
        notices.ask("hub", "b@example.com");
        restock("hub");
        away = true;
        for (int tries = 0; tries < 3 * NotifyRestocked.MAX_TRIES; tries++) {
            assertThat(run()).isEqualTo(new Notified(0, 1));
        }

        away = false;

        assertThat(run()).isEqualTo(new Notified(2, 0));
    }

    @Test
    void whatSomebodyElseIsSendingIsLeftToThem() {
        notices.ask("hub", "a@example.com");
        restock("hub");
        notices.claim(notices.of("hub", 1, now).getFirst(), now);

        assertThat(run()).isEqualTo(new Notified(0, 0));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(run()).isEqualTo(new Notified(1, 0));
    }

    /// Requirement 10.
    @Test
    void aProductLeavesTheListWhenNobodyWaitsForItAnyMore() {
        notices.ask("hub", "a@example.com");
        restock("hub");
        run();
        assertThat(notices.listed).containsKey("hub");

        run();

        assertThat(notices.listed).isEmpty();
    }

    @Test
    void aRunInWhichAMailFailedFailsItself() {
        notices.ask("hub", "bad@example.com");
        refused.add("bad@example.com");
        restock("hub");
        NotifyRestockedHandler handler = new NotifyRestockedHandler(notify);

        Context context = (Context) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[]{Context.class}, (_, _, _) -> 60_000);

        assertThatThrownBy(() -> handler.handleRequest(null, null, context))
                .hasMessageContaining("1 restock notices failed");
    }

    private Notified run() {
        return notify.run(() -> true);
    }

    private void send(Mail mail) {
        if (refused.contains(mail.to())) {
            throw new IllegalStateException("refused");
        }
        if (away) {
            throw ApiCallTimeoutException.create(5_000);
        }
        sent.add(mail);
    }

    private void restock(String id) {
        shelf.put(id, offer(id, "Product " + id, 1));
    }

    private static Offer offer(String id, String name, long units) {
        return new Offer(new Product(id, name, Money.ofMinor(3_990), Optional.empty(), "", "parts", "/i.svg", 1),
                Stock.of(id, units));
    }

    private record Catalogue(Map<String, Offer> all) implements Offers {

        @Override
        public Map<String, Offer> find(Collection<String> skus) {
            Map<String, Offer> some = new HashMap<>(all);
            some.keySet().retainAll(skus);
            return some;
        }

        @Override
        public Map<String, Offer> findNow(Collection<String> skus) {
            throw new AssertionError("a mail that is a moment late is early enough");
        }
    }

    /// Notices in memory, with claims of a minute.
    private static final class Notices implements RestockNotices {

        private record Entry(RestockNotice notice, Optional<Claim> claim, Instant claimedUntil) {}

        final Map<String, String> listed = new TreeMap<>();
        final Map<RestockNotice, Entry> waiting = new LinkedHashMap<>();

        void ask(String productId, String email) {
            RestockNotice notice = new RestockNotice(productId, email, email);
            waiting.put(notice, new Entry(notice, Optional.empty(), Instant.EPOCH));
            listed.put(productId, UUID.randomUUID().toString());
        }

        @Override
        public List<Waited> waitedFor() {
            return listed.entrySet().stream().map(each -> new Waited(each.getKey(), each.getValue())).toList();
        }

        @Override
        public List<RestockNotice> of(String productId, int limit, Instant at) {
            return waiting.keySet().stream().filter(each -> each.productId().equals(productId)).limit(limit).toList();
        }

        @Override
        public Optional<Claim> claim(RestockNotice notice, Instant at) {
            Entry entry = waiting.get(notice);
            if (entry == null || at.isBefore(entry.claimedUntil())) {
                return Optional.empty();
            }
            Claim claim = new Claim(UUID.randomUUID().toString(), entry.claim().map(Claim::tries).orElse(0L) + 1);
            waiting.put(notice, new Entry(notice, Optional.of(claim), at.plus(Duration.ofMinutes(1))));
            return Optional.of(claim);
        }

        @Override
        public void release(RestockNotice notice, Claim claim, boolean counted) {
            Claim left = new Claim("none", claim.tries() - (counted ? 0 : 1));
            waiting.computeIfPresent(notice, (_, entry) -> entry.claim().equals(Optional.of(claim))
                    ? new Entry(notice, Optional.of(left), Instant.EPOCH)
                    : entry);
        }

        @Override
        public void forget(RestockNotice notice, Claim claim) {
            waiting.values()
                    .removeIf(entry -> entry.notice().equals(notice) && entry.claim().equals(Optional.of(claim)));
        }

        @Override
        public void nobodyWaitsFor(Waited waited) {
            listed.remove(waited.productId(), waited.askedAt());
        }
    }
}
