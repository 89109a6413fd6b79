package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.StockState.Bucket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockStateTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, AVAILABLE, false", "RESERVED, RESERVED, true", "SOLD, SOLD, true", "RELEASED, AVAILABLE, false",
        "RESTOCKED, AVAILABLE, false", "WRITTEN_OFF, SOLD, true"})
    void everyStateCountsInOneBucket(StockState state, Bucket bucket, boolean taken) {
        assertThat(state.bucket()).isEqualTo(bucket);
        assertThat(state.bucket().isTaken()).isEqualTo(taken);
    }
}
