package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Whatever a function is called with: it is read, or refused with one of two exceptions.
class EventFuzzTest {

    @FuzzTest
    void anyEventIsReadOrRefused(byte[] bytes) {
        read(bytes, in -> complete(HttpRequest.from(Json.readObject(in))));
        read(bytes, in -> SqsBatch.forEach(in, OutputStream.nullOutputStream(), message -> {
            assertThat(message.messageId()).isNotNull();
            assertThat(message.body()).isNotNull();
        }));
        read(bytes, in -> StreamBatch.handleAll(in, OutputStream.nullOutputStream(), changes -> {
            for (StreamBatch.Change change : changes) {
                assertThat(change.sequenceNumber()).isNotNull();
                assertThat(change.oldImage()).isEqualTo(change.oldImage());
                assertThat(change.newImage()).isEqualTo(change.newImage());
            }
            return Optional.empty();
        }));
    }

    private static void complete(HttpRequest request) {
        assertThat(request.method()).isNotNull();
        assertThat(request.path()).isNotNull();
        assertThat(request.sourceIp()).isNotNull();
        assertThat(request.body()).isNotNull();
        assertThat(request.headers()).allSatisfy((name, value) -> {
            assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT));
            assertThat(value).isNotNull();
        });
        assertThat(request.query()).doesNotContainValue(null);
        assertThat(request.claims()).doesNotContainValue(null);
    }

    private static void read(byte[] bytes, Consumer<InputStream> reading) {
        try {
            reading.accept(new ByteArrayInputStream(bytes));
        } catch (Json.Malformed | IllegalArgumentException _) {
            // What the caller reports as failed.
        }
    }
}
