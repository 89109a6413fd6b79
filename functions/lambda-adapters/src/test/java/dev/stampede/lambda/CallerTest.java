package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @Test
    void aVerifiedAddressIsTheCallersInLowerCase() {
        Caller caller =
                Caller.of(Map.of("sub", "u1", "email", " Some@Body.com ", "email_verified", "true")).orElseThrow();

        assertThat(caller.subject()).isEqualTo("u1");
        assertThat(caller.verifiedEmail()).contains("some@body.com");
        assertThat(caller.admin()).isFalse();
    }

    static List<Map<String, String>> unverified() {
        return List.of(
                Map.of("sub", "u1", "email", "a@b.co"),
                Map.of("sub", "u1", "email", "a@b.co", "email_verified", "false"),
                Map.of("sub", "u1", "email_verified", "true"));
    }

    @ParameterizedTest
    @MethodSource("unverified")
    void anAddressThatWasNeverVerifiedIsNobodys(Map<String, String> claims) {
        assertThat(Caller.of(claims).orElseThrow().verifiedEmail()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[admin]", "[customer admin]", "admin", "[customer, admin]"})
    void anAdminIsAMemberOfTheGroupHoweverTheListIsWritten(String groups) {
        assertThat(Caller.of(Map.of("sub", "u1", "cognito:groups", groups)).orElseThrow().admin()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[administrators customer]", "nadmin", "[Admin]", "[customer"})
    void noOtherGroupMakesAnAdmin(String groups) {
        assertThat(Caller.of(Map.of("sub", "u1", "cognito:groups", groups)).orElseThrow().admin()).isFalse();
    }

    @Test
    void withoutASubjectThereIsNoCaller() {
        assertThat(Caller.of(Map.of())).isEmpty();
        assertThat(Caller.of(Map.of("email", "a@b.co", "email_verified", "true", "cognito:groups", "[admin]")))
                .isEmpty();
    }
}
