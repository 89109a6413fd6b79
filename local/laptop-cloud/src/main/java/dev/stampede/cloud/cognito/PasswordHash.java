package dev.stampede.cloud.cognito;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// PBKDF2 with a salt of its own, written as `iterations:salt:hash`. Fewer rounds than a public system would take: what
/// is kept here never leaves the machine, and each sign-in pays for them.
final class PasswordHash {

    /// The slow part, which a test counts.
    @FunctionalInterface
    interface Stretching {
        byte[] stretch(String secret, byte[] salt, int iterations);
    }

    private static final int ITERATIONS = 60_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();
    static final PasswordHash PBKDF2 = new PasswordHash(PasswordHash::pbkdf2);

    private final Stretching stretching;
    /// Of nothing: whoever is unknown is compared with it, so that it takes as long.
    private final String nobody;

    PasswordHash(Stretching stretching) {
        this.stretching = stretching;
        this.nobody = of("");
    }

    String of(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return ITERATIONS + ":" + text.encodeToString(salt) + ":"
                + text.encodeToString(stretching.stretch(secret, salt, ITERATIONS));
    }

    boolean matches(String secret, String kept) {
        String[] parts = kept.split(":");
        Base64.Decoder bytes = Base64.getDecoder();
        return MessageDigest.isEqual(
                bytes.decode(parts[2]), stretching.stretch(secret, bytes.decode(parts[1]), Integer.parseInt(parts[0])));
    }

    /// Takes as long as a comparison that fails.
    boolean matchesNobody(String secret) {
        matches(secret, nobody);
        return false;
    }

    private static byte[] pbkdf2(String secret, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }
}
