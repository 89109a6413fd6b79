package dev.stampede.cloud.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {

    @Test
    void theDateHasTwoDigitsForTheDay() {
        assertThat(AnswerStream.date(Instant.parse("2026-12-01T06:36:14.5Z")))
                .isEqualTo("Tue, 01 Dec 2026 06:36:14 GMT");
    }
}
