package dev.stampede.guestaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.KeptCode;
import dev.stampede.model.RateLimits;
import dev.stampede.model.Receipt;
import dev.stampede.testing.InMemoryOrders;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import dev.stampede.testing.SteppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirements 28 to 30.
class GuestAccessTest {

    private static final String EMAIL = "customer@example.com";
    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    private final InMemoryOrders orders = new InMemoryOrders();
    private final SteppedClock clock = new SteppedClock();
    private final List<AccessRequest> sent = new ArrayList<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private final Map<String, KeptCode> kept = new HashMap<>();
    private final List<String> tried = new ArrayList<>();
    private final RateLimits limits = (what, times, most) -> counted.merge(what, times, Integer::sum) > most
            ? Optional.of(Duration.ofSeconds(90))
            : Optional.empty();
    private final AccessCodes codes = new AccessCodes() {
        @Override
        public Optional<KeptCode> tryOnce(String orderId) {
            tried.add(orderId);
            return Optional.ofNullable(kept.get(orderId)).filter(code -> !code.used());
        }

        @Override
        public boolean use(String orderId, String requestId) {
            KeptCode code = kept.get(orderId);
            kept.put(orderId, new KeptCode(code.requestId(), code.codeHash(), true));
            return !code.used() && code.requestId().equals(requestId);
        }
    };

    GuestAccessTest() {
        orders.record(Recorded.PAID.order);
    }

    /// Requirement 28.
    @Test
    void whoAsksIsAnsweredTheSameAfterTheSameWorkWhateverExists() {
        Answer known = ask(Recorded.ID, EMAIL);
        Answer unknown = ask(NOBODYS, "nobody@example.com");

        for (Answer answer : List.of(known, unknown)) {
            assertThat(answer.status()).isEqualTo(202);
        }
        assertThat(known.body().string("message")).isEqualTo(unknown.body().string("message"));
        assertThat(sent).extracting(AccessRequest::orderId).containsExactly(Recorded.ID, NOBODYS);
        assertThat(orders.reads).isZero();
    }

    /// Requirement 28.
    @Test
    void whatCannotBeAnOrderIsAnsweredAlikeAndGoesNoFurther() {
        assertThat(ask("../users", EMAIL).status()).isEqualTo(202);
        assertThat(sent).isEmpty();
    }

    /// Requirement 29.
    @Test
    void aCodeIsOfEightDigitsAndNoOtherIsLikeIt() {
        ask(Recorded.ID, EMAIL);
        ask(Recorded.ID, "CUSTOMER@example.com");

        assertThat(sent).extracting(AccessRequest::code).allMatch(code -> code.matches("\\d{8}"))
                .doesNotHaveDuplicates();
        assertThat(sent).extracting(AccessRequest::requestId).doesNotHaveDuplicates();
        assertThat(sent.getFirst().codeHash()).doesNotContain(sent.getFirst().code());
        assertThat(sent.getFirst()).asString().doesNotContain(sent.getFirst().code());
    }

    /// Requirement 29.
    @Test
    void theMailedCodeOpensTheOrderOnce() {
        ask(Recorded.ID, EMAIL);
        keep(sent.getFirst());

        Answer opened = redeem(Recorded.ID, "Customer@Example.com", sent.getFirst().code());
        assertThat(opened.status()).isEqualTo(200);
        String receipt = opened.data().string("receiptToken");
        assertThat(receipt).isEqualTo(Recorded.receipt());
        assertThat(Receipt.read(Recorded.ID, receipt, Recorded.secret()))
                .contains(Receipt.of(Recorded.PAID.order.placed()));

        assertThat(redeem(Recorded.ID, EMAIL, sent.getFirst().code()).errorCode()).isEqualTo("CODE_NOT_VALID");
    }

    /// Requirement 29.
    @Test
    void aWrongCodeAWrongAddressAndAnOrderThatIsNoneAreRefusedInTheSameWords() {
        ask(Recorded.ID, EMAIL);
        keep(sent.getFirst());
        String code = sent.getFirst().code();
        String wrong = code.equals("00000000") ? "00000001" : "00000000";

        List<Answer> refused =
                List.of(redeem(Recorded.ID, EMAIL, wrong), redeem(Recorded.ID, "other@example.com", code),
                        redeem(NOBODYS, EMAIL, code), redeem("../users", EMAIL, code));

        assertThat(refused).allMatch(answer -> answer.status() == 404);
        assertThat(refused).extracting(answer -> answer.body().object("error").fields()).containsOnly(
                refused.getFirst().body().object("error").fields());
        assertThat(tried).containsExactly(Recorded.ID, Recorded.ID, NOBODYS);
        assertThat(redeem(Recorded.ID, EMAIL, code).status()).isEqualTo(200);
    }

    /// Requirement 29.
    @Test
    void aCodeForAnOrderOfAnotherAddressOpensNothing() {
        ask(Recorded.ID, "other@example.com");
        keep(sent.getFirst());

        assertThat(redeem(Recorded.ID, "other@example.com", sent.getFirst().code()).status()).isEqualTo(404);
    }

    /// Requirement 30.
    @Test
    void anAddressAsksFiveTimesHoweverItIsWritten() {
        List.of("a.b@gmail.com", "ab@gmail.com", "ab+1@gmail.com", "AB@googlemail.com", "a.b+2@gmail.com")
                .forEach(email -> assertThat(ask(Recorded.ID, email).status()).isEqualTo(202));

        Answer refused = ask(NOBODYS, "ab@gmail.com");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.headers()).containsEntry("retry-after", "90");
        assertThat(sent).hasSize(5);
    }

    /// Requirement 30.
    @Test
    void aPlaceIsTheOneThatTheEdgeSawAndNotWhatItsVisitorClaims() {
        for (int i = 0; i < 30; i++) {
            ask(Recorded.ID, "buyer" + i + "@example.com", "203.0.113." + i + ", 198.51.100.7, 130.176.0.1");
        }

        assertThat(ask(Recorded.ID, "one@example.com", "1.2.3.4, 198.51.100.7, 130.176.0.1").status()).isEqualTo(429);
        assertThat(ask(Recorded.ID, "one@example.com", "198.51.100.8, 130.176.0.1").status()).isEqualTo(202);
    }

    /// Requirement 30.
    @Test
    void codesAreTriedSoOftenAndNoMore() {
        for (int i = 0; i < 20; i++) {
            assertThat(redeem(Recorded.ID, EMAIL, "12345678").status()).isEqualTo(404);
        }
        assertThat(redeem(Recorded.ID, EMAIL, "12345678").status()).isEqualTo(429);
        assertThat(tried).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"customerEmail\":\"nobody\",\"code\":\"12345678\"} | customerEmail",
        "{\"code\":\"12345678\"} | customerEmail",
        "{\"customerEmail\":\"a@example.com\",\"code\":12345678} | code",
        "{\"customerEmail\":\"a@example.com\",\"code\":\"1234567\"} | code",
        "{\"customerEmail\":\"a@example.com\",\"code\":\"１２３４５６７８\"} | code",
        "{\"customerEmail\":\"a@example.com\",\"code\":\"12345678\",\"role\":\"admin\"} | role"})
    void aWrongFieldIsNamedAndNothingIsCounted(String body, String field) {
        Answer answer = Requests.post(redeeming(), Recorded.ID, Map.of(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail().string("field")).isEqualTo(field);
        assertThat(counted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"customerEmail\":\"x\"}", "{}",
        "{\"customerEmail\":\"a@example.com\",\"code\":\"12345678\"}"})
    void whoAsksNamesAnAddressAndNothingElse(String body) {
        assertThat(Requests.post(asking(), Recorded.ID, Map.of(), body).status()).isEqualTo(400);
        assertThat(counted).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords() {
        for (Answer answer : List.of(ask(Recorded.ID, "ann@example"), redeem(Recorded.ID, "ann@example", "12345678"))) {
            assertThat(answer.detail().string("message")).isEqualTo("customerEmail must be " + EmailAddress.IN_WORDS);
        }
    }

    private Answer ask(String orderId, String email) {
        return ask(orderId, email, "198.51.100.1, 130.176.0.1");
    }

    private Answer ask(String orderId, String email, String hops) {
        return Requests.post(asking(), orderId, Map.of("X-Forwarded-For", hops),
                "{\"customerEmail\":\"%s\"}".formatted(email));
    }

    private Answer redeem(String orderId, String email, String code) {
        return Requests.post(redeeming(), orderId, Map.of(),
                "{\"customerEmail\":\"%s\",\"code\":\"%s\"}".formatted(email, code));
    }

    private final Random random = new Random(1);

    private RequestAccessCodeHandler asking() {
        return new RequestAccessCodeHandler(new RequestAccess(limits, sent::add, Recorded::secret, random, clock));
    }

    private RedeemAccessCodeHandler redeeming() {
        return new RedeemAccessCodeHandler(new RedeemAccess(limits, codes, orders, Recorded::secret));
    }

    private void keep(AccessRequest request) {
        kept.put(request.orderId(), new KeptCode(request.requestId(), request.codeHash(), false));
    }
}
