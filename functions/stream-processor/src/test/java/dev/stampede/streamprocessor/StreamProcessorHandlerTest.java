package dev.stampede.streamprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StreamProcessorHandlerTest {

    private final RecordingPublisher publisher = new RecordingPublisher();
    private final StreamProcessorHandler handler = new StreamProcessorHandler(new PublishChanges(publisher));

    @Test
    void answersWithNoFailuresWhenAllIsPublished() {
        assertThat(handle(Sample.insert("111", Sample.created("a")), Sample.insert("222", Sample.created("b"))))
                .isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(publisher.messages).hasSize(2);
    }

    /// Requirement 5.
    @Test
    void answersWithTheFirstChangeThatFailed() {
        assertThat(handle(Sample.insert("111", Sample.created("a")), Sample.poison("222"), Sample.poison("333")))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"222\"}]}");
        assertThat(publisher.messages).hasSize(1);
    }

    @Test
    void doesNotStartWithoutItsTopic() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamProcessorHandler(Map.of()));
    }

    private String handle(Object... changes) {
        List<Map<String, Object>> records = Stream.of(changes)
                .map(change -> Json.object("eventName", "INSERT", "dynamodb", change))
                .toList();
        byte[] event = Json.write(Json.object("Records", records)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
        return out.toString(StandardCharsets.UTF_8);
    }
}
