package dev.stampede.email;

import dev.stampede.email.RestockNotices.Claim;
import dev.stampede.email.RestockNotices.Waited;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.PassingFailure;
import dev.stampede.model.Product;
import dev.stampede.model.table.RestockNoticesTable.Notice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Tells those who wait for a product that units of it are back, each once; so many in one run as the provider takes,
/// and some of each product, so that none is kept waiting by a longer queue than its own.
public final class NotifyRestocked {

    /// In one run: SES lets a new account send 14 a second, and orders have mails too.
    static final int MAX_MAILS = 200;
    /// What was not sent by then will not be.
    static final int MAX_TRIES = 5;

    /// @param failed mails that the provider did not take; they are tried again
    public record Notified(int sent, int failed) {}

    private final RestockNotices notices;
    private final Shelf shelf;
    private final Mailer mailer;
    private final String shopUrl;
    private final InstantSource clock;

    public NotifyRestocked(RestockNotices notices, Shelf shelf, Mailer mailer, String shopUrl, InstantSource clock) {
        this.notices = notices;
        this.shelf = shelf;
        this.mailer = mailer;
        this.shopUrl = Objects.requireNonNull(shopUrl, "shopUrl").replaceFirst("/+$", "");
        this.clock = clock;
    }

    /// @param timeLeft whether there is time for one more mail
    public Notified run(BooleanSupplier timeLeft) {
        List<Waited> waited = notices.waitedFor();
        Map<String, Product> orderable = waited.isEmpty()
                ? Map.of()
                : shelf.orderable(waited.stream().map(Waited::productId).toList(), clock.instant());
        List<Waited> restocked = new ArrayList<>(
                waited.stream().filter(each -> orderable.containsKey(each.productId())).toList());
        if (restocked.isEmpty()) {
            return new Notified(0, 0);
        }
        // Where there are more products than mails, another one begins in the next minute.
        Collections.rotate(restocked, (int) (clock.instant().getEpochSecond() / 60 % restocked.size()));
        int ofEach = Math.max(1, MAX_MAILS / restocked.size());
        int sent = 0;
        int failed = 0;
        for (Waited each : restocked) {
            List<Notice> some = notices.of(each.productId(), ofEach, clock.instant());
            if (some.isEmpty()) {
                notices.nobodyWaitsFor(each);
            }
            for (Notice notice : some) {
                if (sent + failed >= MAX_MAILS || !timeLeft.getAsBoolean()) {
                    return new Notified(sent, failed);
                }
                switch (tell(notice, Objects.requireNonNull(orderable.get(each.productId())))) {
                    case SENT -> sent++;
                    case FAILED -> failed++;
                    // The others would wait for the same answer.
                    case PROVIDER_AWAY -> {
                        return new Notified(sent, failed + 1);
                    }
                    case NOT_OURS -> {}
                }
            }
        }
        return new Notified(sent, failed);
    }

    private enum Told {
        SENT,
        FAILED,
        /// It is out of order, or there is no answer.
        PROVIDER_AWAY,
        /// Somebody else tells them, or has.
        NOT_OURS
    }

    /// Claimed, sent, forgotten: only dying between the last two sends a mail twice.
    private Told tell(Notice notice, Product product) {
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
            // One address that the provider refuses keeps nobody else waiting.
            boolean away = PassingFailure.is(e);
            release(notice, claim.get(), !away, e);
            Log.error("restock notice not sent", e, "productId", notice.productId());
            return away ? Told.PROVIDER_AWAY : Told.FAILED;
        }
        notices.forget(notice, claim.get());
        return Told.SENT;
    }

    /// Kept, the claim would outlive the failure, and an outage would use up the tries of all who wait.
    private void release(Notice notice, Claim claim, boolean counted, RuntimeException refused) {
        try {
            notices.release(notice, claim, counted);
        } catch (RuntimeException e) {
            // Then it has to lapse.
            refused.addSuppressed(e);
        }
    }
}
