package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyHeaderTest {

    private static final String KEY = "0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz";

    @Test
    void bareAndQuotedAreOneKey() {
        assertThat(KEY).hasSize(64);
        assertThat(IdempotencyKeyHeader.optional(sent(KEY))).isEqualTo(new Valid<>(Optional.of(KEY)));
        assertThat(IdempotencyKeyHeader.required(sent("\"" + KEY + "\""), "")).isEqualTo(new Valid<>(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"k1", "k1\"", "a b", "a,b", "ä", "k1;x", "k\n1", KEY + "x"})
    void whatIsNoKeyIsRefusedWhetherOneIsNeededOrNot(String header) {
        assertThat(IdempotencyKeyHeader.optional(sent(header))).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.problem().body().toString())
                        .contains("INVALID_IDEMPOTENCY_KEY"));
        assertThat(IdempotencyKeyHeader.required(sent(header), "")).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.problem().body().toString())
                        .contains("INVALID_IDEMPOTENCY_KEY"));
    }

    @Test
    void whereOneIsNeededItsAbsenceIsRefusedWithTheReason() {
        HttpRequest without = request(Map.of());

        assertThat(IdempotencyKeyHeader.optional(without)).isEqualTo(new Valid<>(Optional.empty()));
        assertThat(IdempotencyKeyHeader.required(without, "Because.")).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.problem().body().toString())
                        .contains("IDEMPOTENCY_KEY_REQUIRED", "Because."));
    }

    private static HttpRequest sent(String header) {
        return request(Map.of("idempotency-key", header));
    }

    private static HttpRequest request(Map<String, String> headers) {
        return new HttpRequest("POST", "/", Map.of(), Map.of(), headers, Map.of(), "", "");
    }
}
