package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The storefront tells the same ones apart (`frontend/src/lib/__tests__/email-problem.test.ts`).
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "name@example.com", "first.last+tag@mail.example.co.uk", "o'brien@example.ie", "a@b.io",
        "x@xn--bcher-kva.example",
        "name@xn--80a1acny.xn--p1ai", "name@example.xn--vermgensberatung-pwb", "NAME@XN--80A1ACNY.XN--P1AI",
        "name@example.xn--fiqs8s", "1@2.example"})
    void isAnAddress(String text) {
        assertThat(EmailAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "name", "@example.com", "name@", "name@example", "name@10.0.0.1", "name@example.x1", "name@example.1",
        "na me@example.com", "name@exa mple.com", ".name@example.com", "name.@example.com", "na..me@example.com",
        "name@-example.com", "name@example-.com", "name@example.com.", "name@xn--.xn--", "name@example.xn--a-",
        "jos\u00e9@example.com", "name@b\u00fccher.example", "\u043f\u043e\u0447\u0442\u0430@example.com",
        "name@\u043f\u043e\u0447\u0442\u0430.\u0440\u0444", "two@one@example.com", "<name@example.com>",
        "name@example.com\n"})
    void isNone(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }

    @Test
    void isNoLongerThanMailServersTake() {
        String domain = ("d".repeat(59) + ".").repeat(3) + "example";

        assertThat(EmailAddress.isValid("n".repeat(64) + "@" + domain)).isTrue();
        assertThat(EmailAddress.isValid("n".repeat(65) + "@example.com")).isFalse();
        assertThat(EmailAddress.isValid("n".repeat(64) + "@" + "d".repeat(60) + "." + domain)).isFalse();
        assertThat(EmailAddress.isValid("name@example.xn--" + "a".repeat(59))).isTrue();
        assertThat(EmailAddress.isValid("name@example.xn--" + "a".repeat(60))).isFalse();
    }
}
