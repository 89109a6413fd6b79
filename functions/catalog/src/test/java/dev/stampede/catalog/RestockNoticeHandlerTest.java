package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import dev.stampede.catalog.RestockNotices.Outcome;
import dev.stampede.model.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 15.
class RestockNoticeHandlerTest {

    private final List<String> calls = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final RequestRestockNoticeHandler handler = new RequestRestockNoticeHandler(new RequestRestockNotice(
            Shelf.stocked(), new Notices(), _ -> calls.add("pause"), new SteppedClock()));

    private final class Notices implements RestockNotices {
        @Override
        public Outcome note(String productId, String email, Instant now) {
            calls.add("note " + productId + " " + email);
            return outcomes.isEmpty() ? Outcome.NOTED : outcomes.removeFirst();
        }

        @Override
        public void waitFor(String productId, Instant now) {
            calls.add("wait for " + productId);
        }
    }

    @Test
    void anAddressIsNotedAndThenTheProductIsWaitedFor() {
        Answer answer = ask("arc-770", "a@example.com");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(calls).containsExactly("note arc-770 a@example.com", "wait for arc-770");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BUSY")
    void theAnswerIsTheSameWhateverBecomesOfIt(Outcome outcome) {
        outcomes.add(outcome);
        Answer known = ask("arc-770", "a@example.com");

        assertThat(known.status()).isEqualTo(202);
        assertThat(said(known)).isEqualTo(said(ask("nothing", "a@example.com")))
                .isEqualTo(said(ask("../x", "b@example.com")));
    }

    @Test
    void whoeverAsksAgainHasTheProductLookedAtThoughTheFirstTryDied() {
        outcomes.add(Outcome.NOTED_BEFORE);
        ask("arc-770", "a@example.com");

        assertThat(calls).contains("wait for arc-770");
    }

    @Test
    void anAddressThatAskedForTooMuchIsNotWaitedFor() {
        outcomes.add(Outcome.TOO_MANY);
        ask("arc-770", "a@example.com");

        assertThat(calls).noneMatch(call -> call.startsWith("wait"));
    }

    @Test
    void nothingIsNotedForWhatIsNoProduct() {
        ask("nothing", "a@example.com");
        ask("NO SLUG", "a@example.com");

        assertThat(calls).isEmpty();
    }

    @Test
    void twoRequestsOfAnAddressAtOnceAreBothNoted() {
        outcomes.addAll(List.of(Outcome.BUSY, Outcome.BUSY, Outcome.NOTED));

        assertThat(ask("arc-770", "a@example.com").status()).isEqualTo(202);
        assertThat(calls).endsWith("wait for arc-770");
        outcomes.addAll(List.of(Outcome.BUSY, Outcome.BUSY, Outcome.BUSY, Outcome.BUSY));
        assertThat(ask("arc-770", "a@example.com").headers()).containsEntry("retry-after", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b", "a@example.com\\nBcc: b@example.com", "@example.com", "a b@example.com"})
    void whatIsNoAddressIsRefused(String email) {
        Answer answer = ask("arc-770", email);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly("customerEmail INVALID_VALUE");
        assertThat(answer.body().object("error").objects("details").getFirst().string("message"))
                .isEqualTo("customerEmail must be " + EmailAddress.IN_WORDS);
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | customerEmail REQUIRED", "{\"customerEmail\":7} | customerEmail WRONG_TYPE",
        "{\"customerEmail\":\"a@example.com\",\"bcc\":\"b@example.com\"} | bcc UNKNOWN_FIELD"})
    void aFaultIsNamedByItsField(String body, String fault) {
        assertThat(Requests.signedIn(handler, "arc-770", Map.of(), body, Map.of()).faults()).containsExactly(fault);
    }

    private Answer ask(String id, String email) {
        return Requests.signedIn(handler, id, Map.of(), "{\"customerEmail\":\"" + email + "\"}", Map.of());
    }

    private static List<Object> said(Answer answer) {
        return List.of(answer.status(), answer.headers(), answer.body().string("message"));
    }
}
