package dev.stampede.dynamodb.http;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.InflaterInputStream;

/// The body of a request: of 16 MiB at most, packed or not.
final class Body {

    static final int LARGEST = 16 * 1024 * 1024;
    /// Clients that write on get their answer only when they are heard out; up to here they are.
    private static final int HEARD_OUT = 4 * LARGEST;

    private Body() {}

    /// It is not read further than it can be large.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// @throws TooLarge    when it is larger, also where that shows only once it is unpacked
    /// @throws IOException when it is not packed as it says
    static byte[] read(Headers headers, InputStream in) throws IOException {
        byte[] sent = in.readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            in.skip(HEARD_OUT);
            throw new TooLarge();
        }
        String encoding = headers.getFirst("Content-Encoding");
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> sent;
            case "gzip" -> Gzip.unpack(sent, LARGEST);
            case "deflate" -> bounded(new InflaterInputStream(new ByteArrayInputStream(sent)));
            default -> throw new IOException("Bodies are not read in the encoding " + encoding);
        };
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new TooLarge();
        }
        return bytes;
    }
}
