package dev.stampede.dynamodb.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What goes back over HTTP.
///
/// @param contentType null for none
/// @param chunked     whether its length is left unsaid
record Reply(int status, @Nullable String contentType, byte[] body, boolean chunked) {

    static final Reply TOO_LARGE = new Reply(413, null, new byte[0], true);
    static final Reply NOTHING = new Reply(200, null, new byte[0], false);
    static final Reply UNKNOWN = text(404, "<UnknownOperationException/>\n");
    static final Reply HEADERS_TOO_LARGE = text(400, "The headers or the address are longer than 16 KiB\n");

    static Reply text(int status, String body) {
        return new Reply(status, null, body.getBytes(StandardCharsets.UTF_8), false);
    }
}
