package dev.stampede.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

    private static final byte[] SECRET = "Jefe".getBytes(UTF_8);
    private static final String TEXT = "what do ya want for nothing?";

    /// Test case 2 of RFC 4231.
    @Test
    void isHmacSha256() {
        assertThat(HexFormat.of().formatHex(Hmac.of(TEXT, SECRET)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aTokenIsItsFirstHalf() {
        assertThat(Base64.getUrlDecoder().decode(Hmac.token(TEXT, SECRET)))
                .isEqualTo(HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c7"));
    }

    @Test
    void onlyTheSameTextIsTheSame() {
        assertThat(Hmac.isSame("abc", "abc")).isTrue();
        assertThat(Hmac.isSame("abc", "abd")).isFalse();
        assertThat(Hmac.isSame("abc", "abcd")).isFalse();
    }
}
