package dev.stampede.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Supplier;

class JsonFuzzTest {

    @FuzzTest
    void anythingIsReadAsItIsWrittenOrMalformed(byte[] bytes) {
        read(() -> Json.read(new String(bytes, UTF_8))).ifPresent(tree -> {
            String text = Json.write(tree);
            assertThat(Json.write(Json.read(text))).isEqualTo(text);
        });
        read(() -> Json.readObject(new ByteArrayInputStream(bytes))).ifPresent(object -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Json.write(object, out);
            assertThat(Json.write(Json.readObject(out.toString(UTF_8)))).isEqualTo(out.toString(UTF_8));
        });
    }

    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (Json.Malformed e) {
            assertThat(e.getMessage()).hasSizeLessThan(100);
            return Optional.empty();
        }
    }
}
