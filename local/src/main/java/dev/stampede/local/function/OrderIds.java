package dev.stampede.local.function;

import java.util.LinkedHashSet;
import java.util.Set;

/// Finds the UUIDs in an event or an answer without parsing it, so that the journal can tell an order's story. Ids of
/// queue messages are found with them; nobody asks for those.
final class OrderIds {

    private static final int LENGTH = 36;
    private static final int MAX_SCANNED_BYTES = 512 * 1024;
    private static final int MAX_IDS = 512;

    private OrderIds() {}

    static Set<String> in(byte[] event, byte[] answer) {
        Set<String> ids = new LinkedHashSet<>();
        scan(event, ids);
        scan(answer, ids);
        return Set.copyOf(ids);
    }

    private static void scan(byte[] json, Set<String> ids) {
        int end = Math.min(json.length, MAX_SCANNED_BYTES) - LENGTH;
        for (int at = 0; at <= end && ids.size() < MAX_IDS; at++) {
            // The first dash tells almost every position apart, at one comparison each.
            if (json[at + 8] == '-' && isUuid(json, at)) {
                ids.add(new String(json, at, LENGTH, java.nio.charset.StandardCharsets.US_ASCII));
                at += LENGTH - 1;
            }
        }
    }

    private static boolean isUuid(byte[] json, int at) {
        for (int i = 0; i < LENGTH; i++) {
            byte b = json[at + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = b >= '0' && b <= '9' || b >= 'a' && b <= 'f';
            if (dash ? b != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
