package dev.stampede.cloud.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {

    private final List<String> said = new ArrayList<>();
    private long now = Long.MAX_VALUE - Duration.ofSeconds(90).toNanos();
    private final OnceAMinute trouble = new OnceAMinute(said::add, () -> now);

    @Test
    void theSameTroubleIsSaidOnceAMinuteAndAnotherAtOnce() {
        for (int second = 0; second < 180; second++) {
            trouble.say("queue", "The queue, " + second);
            trouble.say("stream", "The stream, " + second);
            now += Duration.ofSeconds(1).toNanos();
        }

        assertThat(said).containsExactly("The queue, 0", "The stream, 0", "The queue, 60", "The stream, 60",
                "The queue, 120",
                "The stream, 120");
    }

    @Test
    void whatIsOverAndComesBackIsSaidAtOnce() {
        trouble.say("queue", "one");
        trouble.over("queue");
        trouble.say("queue", "two");

        assertThat(said).containsExactly("one", "two");
    }
}
