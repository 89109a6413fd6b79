package dev.stampede.dynamodb.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static byte[] pack(byte[] body, String encoding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = encoding.strip().equalsIgnoreCase("gzip")
                ? new GZIPOutputStream(packed)
                : new DeflaterOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static byte[] read(byte[] packed, String encoding) throws IOException {
        Headers headers = new Headers();
        headers.set("Content-Encoding", encoding);
        return Body.read(headers, new ByteArrayInputStream(packed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", " GZIP ", "deflate", "Deflate"})
    void anEncodingIsReadAsItMayBeWritten(String encoding) throws IOException {
        assertThat(read(pack("{}".getBytes(UTF_8), encoding), encoding)).asString(UTF_8).isEqualTo("{}");
    }

    /// A few kilobytes may unpack to any size.
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void whatUnpacksBeyondTheLimitIsTooLarge(String encoding) throws IOException {
        byte[] packed = pack(new byte[Body.LARGEST + 1], encoding);

        assertThat(packed).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> read(packed, encoding)).isInstanceOf(Body.TooLarge.class);
    }

    @Test
    void whatUnpacksToTheLimitIsRead() throws IOException {
        assertThat(read(pack(new byte[Body.LARGEST], "gzip"), "gzip")).hasSize(Body.LARGEST);
    }
}
