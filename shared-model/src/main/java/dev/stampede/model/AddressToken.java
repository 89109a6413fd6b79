package dev.stampede.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shows that an address is surely a customer's. It is given to who is signed in with a verified address and sent along
/// with an order, whose route takes guests too and so has no authorizer to say who calls. Nothing is stored for it.
public final class AddressToken {

    /// A working day: a page that is left open goes on, and a token that leaks is worth little and not for long.
    static final Duration KEPT = Duration.ofHours(12);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{22})");
    private static final int MAC_BYTES = 16;

    private AddressToken() {}

    /// @param address verified, of who is signed in
    public static String of(String address, Instant now, byte[] secret) {
        long end = now.plus(KEPT).getEpochSecond();
        return end + "." + mac(address, end, secret);
    }

    /// The customer, proven where the token says so; a token that is old or another address's is as good as none.
    public static Customer proven(Customer customer, Optional<String> token, Instant now, byte[] secret) {
        return customer.email().isPresent()
                && token.filter(it -> isFor(customer.email().get(), it, now, secret)).isPresent()
                        ? customer.asProven()
                        : customer;
    }

    private static boolean isFor(String address, String token, Instant now, byte[] secret) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        long end = Long.parseLong(parts.group(1));
        // In constant time, so that a wrong token cannot be mended letter by letter.
        return now.getEpochSecond() < end && MessageDigest.isEqual(
                mac(address, end, secret).getBytes(StandardCharsets.UTF_8),
                parts.group(2).getBytes(StandardCharsets.UTF_8));
    }

    /// What the secret signs elsewhere begins otherwise, so that no receipt and no cart's token is one of these.
    private static String mac(String address, long end, byte[] secret) {
        String text =
                "address:" + end + ":" + new Customer(Optional.of(address), Optional.empty()).email().orElseThrow();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
