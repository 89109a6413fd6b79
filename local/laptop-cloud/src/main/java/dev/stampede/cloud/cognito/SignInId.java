package dev.stampede.cloud.cognito;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Names a sign-in by a UUID of version 7 (RFC 9562 section 5.7), which has its millisecond in front: `auth_time` has
/// the second only, and in that somebody may sign out everywhere and in again.
final class SignInId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TIME_BASED = 7;

    private SignInId() {}

    static String at(Instant time) {
        long high = time.toEpochMilli() << 16 | TIME_BASED << 12 | RANDOM.nextInt(1 << 12);
        long low = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /// Nothing where the sign-in is from before its name had the time in it.
    static Optional<Instant> time(String id) {
        UUID uuid = UUID.fromString(id);
        return uuid.version() == TIME_BASED
                ? Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }
}
