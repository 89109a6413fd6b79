package dev.stampede.cloud.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

    private static final String ID = "0b0f3a52-7d0e-5a3e-9d59-5b6f7c0c1d2e";

    @Test
    void findsIdsInTheEventAndInTheAnswerOnceEach() {
        String other = UUID.randomUUID().toString();

        assertThat(OrderIds.in(
                bytes("{\"body\":\"{\\\"orderId\\\":\\\"" + ID + "\\\"}\",\"again\":\"" + ID + "#1\"}"),
                bytes("{\"location\":\"/api/orders/" + other + "\"}")))
                .containsExactlyInAnyOrder(ID, other);
    }

    @Test
    void leavesAloneWhatOnlyLooksAlike() {
        assertThat(OrderIds.in(bytes("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), bytes(""))).isEmpty();
        assertThat(OrderIds.in(bytes(ID.replace('b', 'x')), bytes(ID.substring(1)))).isEmpty();
    }

    @Test
    void looksAtSoMuchOnly() {
        String many = Stream.generate(() -> UUID.randomUUID().toString()).limit(2000).collect(Collectors.joining());

        assertThat(OrderIds.in(bytes(many), bytes("x".repeat(600 * 1024) + ID))).hasSize(512);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
