package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

    /// The example of FIPS 180-4.
    @Test
    void isSha256InLowerCaseHexadecimal() {
        assertThat(Digest.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.sha256("abc")).hasSize(32).startsWith(0xba, 0x78);
    }

    @Test
    void readsTextAsUtf8() {
        assertThat(Digest.hex("\u00e4")).startsWith("33e6d73f");
    }
}
