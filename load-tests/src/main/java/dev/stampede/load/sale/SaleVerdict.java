package dev.stampede.load.sale;

import dev.stampede.load.verdict.Claim;
import dev.stampede.load.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Holds a sale against the shop's promise: all units sold, none twice, every buyer told, in time.
///
/// @param buyers who came, one unit each
/// @param before the stock before the sale
/// @param p95    milliseconds
public record SaleVerdict(long buyers, StockCount before, long p95) {

    /// @param after the stock once it no longer changed
    public Verdict of(SaleResult result, StockCount after) {
        long sold = expectedSold();
        List<Claim> claims = new ArrayList<>();
        claims.add(failed(result));
        claims.add(Claim.of("p95 of POST /orders", "<= " + p95 + " ms", result.p95() + " ms",
                result.p95() <= p95 && result.sold() + result.refused() > 0));
        claims.add(Claim.exactly("buyers who were answered", buyers, result.buyers()));
        claims.add(Claim.exactly("orders confirmed", sold, result.sold()));
        claims.add(Claim.exactly("buyers refused: sold out", buyers - sold, result.refused()));
        claims.add(Claim.exactly("orders that ended otherwise", 0, result.endedOtherwise()));
        claims.add(Claim.exactly("buyers left undecided", 0, result.undecided()));
        claims.add(Claim.exactly("keys with more than one order", 0, result.keysWithSeveralOrders()));
        claims.add(Claim.exactly("orders shared by keys", 0, result.ordersOfSeveralKeys()));
        claims.add(Claim.exactly("stock available", before.available() - sold, after.available()));
        after.reserved().ifPresent(reserved -> claims.add(
                Claim.exactly("stock reserved", before.reserved().orElse(0), reserved)));
        after.sold().ifPresent(gone -> claims.add(
                Claim.exactly("stock sold", before.sold().orElse(0) + sold, gone)));
        claims.add(Claim.note("told to come back (429, 503), and did", result.shed()));
        claims.add(Claim.note("orders sent twice", result.replays()));
        claims.add(Claim.note("accepted, but sold out when sent again", result.contradictedReplays()));
        return new Verdict(claims);
    }

    /// Whether waiting can change the verdict no more: units that are missing do not come back.
    public boolean isAtRest(StockCount now) {
        return now.available() <= before.available() - expectedSold()
                && now.reserved().orElse(0) == before.reserved().orElse(0);
    }

    private long expectedSold() {
        return Math.min(buyers, before.available());
    }

    private static Claim failed(SaleResult result) {
        Map<String, Long> failures = result.failures();
        long count = failures.values().stream().mapToLong(Long::longValue).sum();
        String kinds = failures.entrySet().stream()
                .map(kind -> kind.getKey() + " x" + kind.getValue())
                .collect(Collectors.joining(", "));
        return Claim.of("requests that failed", "0", count == 0 ? "0" : count + " (" + kinds + ")", count == 0);
    }
}
