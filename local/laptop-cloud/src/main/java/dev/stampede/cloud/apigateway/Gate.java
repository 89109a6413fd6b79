package dev.stampede.cloud.apigateway;

import dev.stampede.cloud.http.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Lets no change in while what was changed could not be kept.
///
/// @param trouble why not; empty while all is well
/// @param health  the routes that say whether the API is well, such as `GET /health`: they say it is not
public record Gate(Supplier<Optional<String>> trouble, Set<String> health) {

    public static final Gate OPEN = new Gate(Optional::empty, Set.of());

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String RETRY_AFTER_SECONDS = "5";

    boolean isShutFor(String method, String route) {
        return (!READS.contains(method) || health.contains(route)) && trouble.get().isPresent();
    }

    /// In the shop's own shape, so that its clients need to know no other. What is wrong is for the terminal alone.
    static Response refusal(Instant now) {
        return Response.of(503, "application/json", """
                {"success":false,"error":{"code":"STORAGE_UNAVAILABLE","message":"The shop cannot keep changes at the \
                moment, so nothing was changed. Please try again in a little while.","details":[]},"timestamp":"%s"}"""
                .formatted(now))
                .with("retry-after", RETRY_AFTER_SECONDS)
                .with("cache-control", "no-store");
    }
}
