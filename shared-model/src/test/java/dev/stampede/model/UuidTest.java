package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTest {

    @ParameterizedTest
    @ValueSource(strings = {"ad733fa3-f7fc-513f-8e55-6cb2bf1726b4", "00000000-0000-0000-0000-000000000000"})
    void theWrittenFormIsValid(String text) {
        assertThat(Uuid.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AD733FA3-F7FC-513F-8E55-6CB2BF1726B4", "ad733fa3f7fc513f8e556cb2bf1726b4",
        "{ad733fa3-f7fc-513f-8e55-6cb2bf1726b4}", "ad733fa3-f7fc-513f-8e55-6cb2bf1726b4\n",
        "gd733fa3-f7fc-513f-8e55-6cb2bf1726b4", "ad733fa3-f7fc-513f-8e55-6cb2bf1726b"})
    void nothingElseIs(String text) {
        assertThat(Uuid.isValid(text)).isFalse();
    }
}
