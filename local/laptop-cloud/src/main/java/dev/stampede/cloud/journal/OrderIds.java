package dev.stampede.cloud.journal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// Finds the UUIDs in a payload without parsing it: an order's id is one.
public final class OrderIds {

    private static final int LENGTH = 36;
    private static final int MAX_SCANNED_BYTES = 512 * 1024;
    private static final int MAX_IDS = 512;

    private OrderIds() {}

    /// @return at most 512, from the first 512 KB of each
    public static Set<String> in(byte[]... payloads) {
        Set<String> ids = new LinkedHashSet<>();
        for (byte[] payload : payloads) {
            scan(payload, ids);
        }
        return Set.copyOf(ids);
    }

    public static Set<String> in(String payload) {
        return in(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static void scan(byte[] payload, Set<String> ids) {
        int end = Math.min(payload.length, MAX_SCANNED_BYTES) - LENGTH;
        for (int at = 0; at <= end && ids.size() < MAX_IDS; at++) {
            if (payload[at + 8] == '-' && isUuid(payload, at)) {
                ids.add(new String(payload, at, LENGTH, StandardCharsets.US_ASCII));
                at += LENGTH - 1;
            }
        }
    }

    private static boolean isUuid(byte[] bytes, int at) {
        for (int i = 0; i < LENGTH; i++) {
            byte b = bytes[at + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = b >= '0' && b <= '9' || b >= 'a' && b <= 'f';
            if (dash ? b != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
