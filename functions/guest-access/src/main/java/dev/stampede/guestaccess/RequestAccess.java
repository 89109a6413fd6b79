package dev.stampede.guestaccess;

import dev.stampede.lambda.SigningKey;
import dev.stampede.model.AccessRequest;
import dev.stampede.model.RateLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Queues a guest's request for a code. Nothing is looked up here, so neither the answer nor its timing reveals whether
/// the order exists.
public final class RequestAccess {

    sealed interface Result {
        record Taken() implements Result {}

        record TooOften(Duration pause) implements Result {}
    }

    private static final int CODES = 100_000_000;

    private final RateLimits limits;
    private final AccessQueue queue;
    private final SigningKey key;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param random secure: who can foresee it needs no mail
    public RequestAccess(
            RateLimits limits, AccessQueue queue, SigningKey key, RandomGenerator random, InstantSource clock) {
        this.limits = limits;
        this.queue = queue;
        this.key = key;
        this.random = random;
        this.clock = clock;
    }

    Result request(String orderId, String email, String place) {
        Optional<Duration> wait = AccessBounds.ASKING.refusal(limits, email, place);
        if (wait.isPresent()) {
            return new Result.TooOften(wait.get());
        }
        String code = "%08d".formatted(random.nextInt(CODES));
        // What could not be sent stays counted: it may have been taken though no answer came, and then it is one more
        // mail.
        queue.send(new AccessRequest(new UUID(random.nextLong(), random.nextLong()).toString(), orderId, email, code,
                AccessCode.hash(orderId, email, code, key), clock.instant()));
        return new Result.Taken();
    }
}
