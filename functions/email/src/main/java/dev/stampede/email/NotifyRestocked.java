package dev.stampede.email;

import dev.stampede.email.RestockNotices.Claim;
import dev.stampede.email.RestockNotices.Waited;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.PassingFailure;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Product;
import dev.stampede.model.RestockNotice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Mails everybody who waits for a product once that units are back: a bounded number per run, and some for each
/// product, so that a product with many waiting customers does not delay the others.
public final class NotifyRestocked {

    /// Mails per run: SES lets a new account send 14 a second, and order mails need some of it.
    static final int MAX_MAILS = 200;
    /// Attempts before a notice is given up.
    static final int MAX_TRIES = 5;

    /// @param failed mails that the provider refused; they are retried
    public record Notified(int sent, int failed) {}

    private final RestockNotices notices;
    private final Offers offers;
    private final Mailer mailer;
    private final String shopUrl;
    private final InstantSource clock;

    public NotifyRestocked(RestockNotices notices, Offers offers, Mailer mailer, String shopUrl, InstantSource clock) {
        this.notices = notices;
        this.offers = offers;
        this.mailer = mailer;
        this.shopUrl = Objects.requireNonNull(shopUrl, "shopUrl").replaceFirst("/+$", "");
        this.clock = clock;
    }

    /// @param timeLeft whether there is time for one more mail
    public Notified run(BooleanSupplier timeLeft) {
        List<Waited> waited = notices.waitedFor();
        Map<String, Product> orderable = waited.isEmpty() ? Map.of() : orderable(waited, clock.instant());
        List<Waited> restocked = new ArrayList<>(
                waited.stream().filter(each -> orderable.containsKey(each.productId())).toList());
        if (restocked.isEmpty()) {
            return new Notified(0, 0);
        }
        // If there are more products than mails, the next run begins with another product.
        Collections.rotate(restocked, (int) (clock.instant().getEpochSecond() / 60 % restocked.size()));
        int ofEach = Math.max(1, MAX_MAILS / restocked.size());
        int sent = 0;
        int failed = 0;
        for (Waited each : restocked) {
            List<RestockNotice> some = notices.of(each.productId(), ofEach, clock.instant());
            if (some.isEmpty()) {
                notices.nobodyWaitsFor(each);
            }
            for (RestockNotice notice : some) {
                if (sent + failed >= MAX_MAILS || !timeLeft.getAsBoolean()) {
                    return new Notified(sent, failed);
                }
                switch (tell(notice, Objects.requireNonNull(orderable.get(each.productId())))) {
                    case SENT -> sent++;
                    case FAILED -> failed++;
                    // The others would fail for the same reason.
                    case PROVIDER_AWAY -> {
                        return new Notified(sent, failed + 1);
                    }
                    case NOT_OURS -> {}
                }
            }
        }
        return new Notified(sent, failed);
    }

    /// Those of the products of which units can be ordered now, by their ids.
    private Map<String, Product> orderable(List<Waited> waited, Instant now) {
        return offers.find(waited.stream().map(Waited::productId).toList()).values().stream()
                .filter(offer -> offer.orderableUnits(now) > 0)
                .map(Offer::product)
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    private enum Told {
        SENT,
        FAILED,
        /// The provider is down or does not answer.
        PROVIDER_AWAY,
        /// Another run is sending the mail, or has sent it.
        NOT_OURS
    }

    /// Claim, send, forget: only a crash between the last two sends a mail twice.
    private Told tell(RestockNotice notice, Product product) {
        Instant now = clock.instant();
        Optional<Claim> claim = notices.claim(notice, now);
        if (claim.isEmpty()) {
            return Told.NOT_OURS;
        }
        if (claim.get().tries() > MAX_TRIES) {
            Log.warn("restock notice given up", "productId", notice.productId(), "tries", claim.get().tries());
            notices.forget(notice, claim.get());
            return Told.NOT_OURS;
        }
        try {
            mailer.send(RestockMail.of(product, shopUrl, now).to(notice.email()));
        } catch (RuntimeException e) {
            // An address that the provider refuses does not delay the others.
            boolean away = PassingFailure.is(e);
            release(notice, claim.get(), !away, e);
            Log.error("restock notice not sent", e, "productId", notice.productId());
            return away ? Told.PROVIDER_AWAY : Told.FAILED;
        }
        notices.forget(notice, claim.get());
        return Told.SENT;
    }

    /// If the claim were kept, it would outlast the failure, and an outage would use up everybody's attempts.
    private void release(RestockNotice notice, Claim claim, boolean counted, RuntimeException refused) {
        try {
            notices.release(notice, claim, counted);
        } catch (RuntimeException e) {
            // Then the claim has to lapse.
            refused.addSuppressed(e);
        }
    }
}
