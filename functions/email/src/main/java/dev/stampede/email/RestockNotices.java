package dev.stampede.email;

import dev.stampede.model.RestockNotice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The customers who wait for products.
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

    /// The products with waiting customers, by id, up to a bound.
    List<Waited> waitedFor();

    /// Some of the customers who wait for a product now.
    List<RestockNotice> of(String productId, int limit, Instant now);

    /// Empty if another run is sending it, died while sending it less than a lease ago, or has sent it.
    Optional<Claim> claim(RestockNotice notice, Instant now);

    /// Gives a claim back whose mail was not sent: the next one is granted at once. Nothing where the lease had lapsed
    /// and another claim was granted since.
    ///
    /// @param counted whether it stays counted as an attempt; not if the provider was down
    void release(RestockNotice notice, Claim claim, boolean counted);

    /// Deletes a notice that was sent or cannot be; no effect if the lease has lapsed and another claim was granted.
    void forget(RestockNotice notice, Claim claim);

    /// Removes a product from the list, unless somebody asked for it after it was read.
    void nobodyWaitsFor(Waited waited);
}
