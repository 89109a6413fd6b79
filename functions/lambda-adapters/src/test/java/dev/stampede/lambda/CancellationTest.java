package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

class CancellationTest {

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void whatPassesIsNoFailedCondition(String code) {
        assertThat(reasons(code)).allMatch(Cancellation::isPassing).noneMatch(Cancellation::isFailedCondition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "ConditionalCheckFailed", "ValidationError", "ItemCollectionSizeLimitExceeded"})
    void whatStaysDoesNotPass(String code) {
        assertThat(reasons(code)).noneMatch(Cancellation::isPassing);
    }

    @Test
    void aRaceIsLostWhereNothingIsWrongButWhatOthersWrote() {
        assertThat(Cancellation.isLostRace(reasons("None", "ConditionalCheckFailed", "TransactionConflict"))).isTrue();
        assertThat(Cancellation.isLostRace(reasons("ConditionalCheckFailed", "ValidationError"))).isFalse();
    }

    private static List<CancellationReason> reasons(String... codes) {
        return Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList();
    }
}
