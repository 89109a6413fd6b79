package dev.stampede.email;

import dev.stampede.model.table.RestockNoticesTable.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who waits for which product.
public interface RestockNotices {

    /// A product that somebody waited for.
    ///
    /// @param askedAt when somebody last asked
    record Waited(String productId, String askedAt) {}

    /// The sender's right to one mail, for a minute.
    ///
    /// @param lease names this claim among all claims of the notice
    /// @param tries how often it was claimed, this time counted
    record Claim(String lease, long tries) {}

    /// The products that are waited for, by their ids, up to a bound.
    List<Waited> waitedFor();

    /// Some of those who wait for a product, as it stands now.
    List<Notice> of(String productId, int limit, Instant now);

    /// Empty where somebody else is sending it, or died while at it less than a lease ago, or where it was sent.
    Optional<Claim> claim(Notice notice, Instant now);

    /// Gives a claim back whose mail was not sent: the next one is granted at once. Nothing where the lease had lapsed and
    /// another claim was granted since.
    ///
    /// @param counted whether it stays counted as a try: it does not where the provider refused nothing
    void release(Notice notice, Claim claim, boolean counted);

    /// Forgets who was told, or cannot be; nothing where the lease had lapsed and another claim was granted since.
    void forget(Notice notice, Claim claim);

    /// Takes a product off the list, unless somebody asked for it after it was read.
    void nobodyWaitsFor(Waited waited);
}
