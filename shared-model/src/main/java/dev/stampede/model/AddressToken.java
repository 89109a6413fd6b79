package dev.stampede.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows that an address is surely a customer's. It is given to who is signed in with a verified address and sent along
/// with an order, whose route takes guests too and so has no authorizer to say who calls. Nothing is stored for it.
public final class AddressToken {

    /// A working day: a page that is left open goes on, and a token that leaks is worth little and not for long.
    static final Duration KEPT = Duration.ofHours(12);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{22})");

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
        return now.getEpochSecond() < end && Hmac.isSame(mac(address, end, secret), parts.group(2));
    }

    private static String mac(String address, long end, byte[] secret) {
        return Hmac.token(
                "address:" + end + ":" + new Customer(Optional.of(address), Optional.empty()).email().orElseThrow(),
                secret);
    }
}
