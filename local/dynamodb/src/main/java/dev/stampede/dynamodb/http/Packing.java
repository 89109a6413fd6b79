package dev.stampede.dynamodb.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// How an answer is packed for a client that asks for it by `Accept-Encoding`. Read as loosely as the service does.
enum Packing {
    GZIP, DEFLATE;

    /// @param weight above 0, 1 at most
    private record Wish(String coding, double weight) {}

    /// @param accepted the header; null where there is none
    /// @return null where the answer goes as it is
    static @Nullable Packing of(@Nullable String accepted) {
        if (accepted == null) {
            return null;
        }
        List<String> named = new ArrayList<>();
        Wish best = new Wish("", 0);
        double others = 0;
        for (String each : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            Wish wish = new Wish(each.split(";", 2)[0].strip(), weight(each));
            named.add(wish.coding());
            if (wish.coding().equals("*")) {
                others = wish.weight();
            } else if (find(wish.coding()) != null && wish.weight() > best.weight()) {
                best = wish;
            }
        }
        if (others > best.weight()) {
            for (Packing each : values()) {
                if (!named.contains(each.coding())) {
                    return each;
                }
            }
        }
        return find(best.coding());
    }

    private static double weight(String wish) {
        int at = wish.indexOf("q=");
        String text = at < 0 ? "1" : wish.substring(at + 2).split(";", 2)[0].strip();
        return text.matches("-?[0-9]+\\.?[0-9]*") ? Math.clamp(Double.parseDouble(text), 0, 1) : 1;
    }

    private static @Nullable Packing find(String coding) {
        for (Packing each : values()) {
            if (each.coding().equals(coding)) {
                return each;
            }
        }
        return null;
    }

    String coding() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] pack(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (OutputStream out = switch (this) {
            case GZIP -> new GZIPOutputStream(packed);
            case DEFLATE -> new DeflaterOutputStream(packed);
        }) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
