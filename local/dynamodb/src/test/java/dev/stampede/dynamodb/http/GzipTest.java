package dev.stampede.dynamodb.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTest {

    private static final int LARGEST = 100_000;

    private static byte[] pack(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    @Test
    void membersFollowEachOther() throws IOException {
        String text = "a".repeat(50_000);

        assertThat(new String(Gzip.unpack(join(pack(text), pack("b")), LARGEST), UTF_8)).isEqualTo(text + "b");
    }

    @Test
    void whatFollowsTheLastMemberIsAnError() throws IOException {
        byte[] packed = join(pack("a"), "junk".getBytes(UTF_8));

        assertThatThrownBy(() -> Gzip.unpack(packed, LARGEST)).isInstanceOf(IOException.class);
    }

    @Test
    void everyByteThatIsMissingIsMissed() throws IOException {
        byte[] packed = pack("Some text that is packed");

        for (int length = 0; length < packed.length; length++) {
            byte[] part = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Gzip.unpack(part, LARGEST)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingUnpacksBeyondTheLimit() throws IOException {
        byte[] packed = pack("a".repeat(LARGEST + 1));

        assertThatThrownBy(() -> Gzip.unpack(packed, LARGEST)).isInstanceOf(Body.TooLarge.class);
    }

    /// With an extra field, a name, a comment and a sum of the header, which none of the usual clients sends.
    @Test
    void headersMayHaveMoreThanTheyNeed() throws IOException {
        byte[] packed = pack("a");
        ByteArrayOutputStream full = new ByteArrayOutputStream();
        full.write(packed, 0, 3);
        full.write(2 + 4 + 8 + 16);
        full.write(packed, 4, 6);
        // 40,000 bytes, which are more than a signed short holds.
        full.write(new byte[]{0x40, (byte) 0x9C});
        full.write(new byte[40_000]);
        full.write("name\0comment\0".getBytes(UTF_8));
        full.write(new byte[2]);
        full.write(packed, 10, packed.length - 10);

        assertThat(new String(Gzip.unpack(full.toByteArray(), LARGEST), UTF_8)).isEqualTo("a");
    }

    @Test
    void whatDoesNotBeginAsGzipIsNone() throws IOException {
        for (int place = 0; place < 3; place++) {
            byte[] packed = pack("a");
            packed[place]++;
            assertThatThrownBy(() -> Gzip.unpack(packed, LARGEST)).as("byte %d", place).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theLimitItselfUnpacks() throws IOException {
        assertThat(Gzip.unpack(pack("a".repeat(LARGEST)), LARGEST)).hasSize(LARGEST);
    }
}
