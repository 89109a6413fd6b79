package dev.stampede.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.event.OrderEvent;

class EventJsonFuzzTest {

    @FuzzTest
    void whatIsReadAsAnEventIsWrittenTheSame(byte[] bytes) {
        OrderEvent event;
        try {
            event = EventJson.read(new String(bytes, UTF_8));
        } catch (Json.Malformed | IllegalArgumentException _) {
            return;
        }
        String text = EventJson.write(event);
        assertThat(EventJson.write(EventJson.read(text))).isEqualTo(text);
    }
}
