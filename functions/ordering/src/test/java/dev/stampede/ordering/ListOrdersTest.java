package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.EmailAddress;
import dev.stampede.model.wire.JsonObject;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 13.
class ListOrdersTest {

    private static final Map<String, String> SHOPPER =
            Map.of("sub", "u-1", "email", "Customer@Example.com", "email_verified", "true");
    private static final Map<String, String> ADMIN = Map.of("sub", "u-2", "cognito:groups", "[admin customer]");
    private static final OrderCursor NEXT = new OrderCursor("id-9", Optional.of("2026-01-01T00:00:00.000Z"));

    private final List<String> asked = new ArrayList<>();

    @Test
    void aCustomerSeesTheOrdersOfTheVerifiedAddress() {
        Answer answer = list(SHOPPER, Map.of("status", "RESERVED", "limit", "5"));

        assertThat(asked).containsExactly("customer@example.com RESERVED 5 -");
        assertThat(answer.body().objects("data").getFirst().string("status")).isEqualTo("CONFIRMED");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void theCursorOfAPageLeadsToTheNext() {
        String cursor = list(SHOPPER, Map.of()).body().object("page").string("nextCursor");
        list(SHOPPER, Map.of("cursor", cursor));

        assertThat(asked).containsExactly("customer@example.com - 20 -", "customer@example.com - 20 " + NEXT);
    }

    @Test
    void anAddressThatWasNeverVerifiedOpensNothing() {
        Answer answer = list(Map.of("sub", "u-1", "email", "customer@example.com"), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("EMAIL_NOT_VERIFIED");
        assertThat(asked).isEmpty();
    }

    @Test
    void anAdminSeesEverybodysOrders() {
        list(ADMIN, Map.of());
        list(ADMIN, Map.of("customerEmail", "Some@Body.com"));

        assertThat(asked).containsExactly("everybody - 20 -", "some@body.com - 20 -");
    }

    /// Requirement 19.
    @Test
    void anOrderOfTheListComesWithTheReceiptThatOpensIt() {
        Shop shop = new Shop();
        shop.recorded.put(Recorded.ID, Recorded.PAID.order);

        for (Map<String, String> claims : List.of(SHOPPER, ADMIN)) {
            String receipt = list(claims, Map.of()).body().objects("data").getFirst().string("receiptToken");
            assertThat(Requests.get(shop.getOrder(), Recorded.ID, Map.of("X-Receipt-Token", receipt)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void onlyAnAdminSeesWhoDidWhatAndWhatTheFraudRulesFound() {
        JsonObject shopper = list(SHOPPER, Map.of()).body().objects("data").getFirst();
        JsonObject admin = list(ADMIN, Map.of()).body().objects("data").getFirst();

        assertThat(shopper.fields()).doesNotContainKeys("fraud", "stock", "refundable", "customerId");
        assertThat(shopper.toString()).doesNotContain("staff");
        assertThat(admin.object("fraud").fields()).containsEntry("decision", "APPROVED");
        assertThat(admin.objects("history").getFirst().fields()).containsEntry("by", "process-order");
    }

    @Test
    void aCustomerMayNameNobodyElse() {
        assertThat(list(SHOPPER, Map.of("customerEmail", "other@example.com")).status()).isEqualTo(403);
        assertThat(asked).isEmpty();
        assertThat(list(SHOPPER, Map.of("customerEmail", "customer@example.com")).status()).isEqualTo(200);
    }

    /// Requirement 23.
    @Test
    void anAdminSeesTheOrdersOfADayAndACustomerMayNotAsk() {
        list(ADMIN, Map.of("day", "2026-01-01"));
        list(ADMIN, Map.of("day", "2026-01-01", "customerEmail", "some@body.com", "cursor", NEXT.toText()));

        assertThat(asked).containsExactly(
                "everybody - on 2026-01-01 20 -", "some@body.com - on 2026-01-01 20 " + NEXT);
        assertThat(list(SHOPPER, Map.of("day", "2026-01-01")).status()).isEqualTo(403);
        assertThat(asked).hasSize(2);
    }

    /// Requirement 23.
    @Test
    void aCursorOfAnotherDayIsNoneOfThisList() {
        Answer answer = list(ADMIN,
                Map.of("day", "2026-01-02", "customerEmail", "some@body.com", "cursor", NEXT.toText()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail().string("field")).isEqualTo("cursor");
    }

    @Test
    void withoutClaimsThereIsNothing() {
        assertThat(list(Map.of(), Map.of()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"status,UNHEARD", "status,reserved", "status,PENDING", "limit,0", "limit,101", "limit,x", "cursor,???",
        "cursor,bm9wZQ", "cursor,WyJhIiwiKzEwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIl0",
        "customerEmail,x", "day,2026-02-30", "day,2026-1-1", "day,today"})
    void refusesAWrongParameterByName(String name, String value) {
        Answer answer = list(ADMIN, Map.of(name, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail().string("field")).isEqualTo(name);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void aPageIsOfOneToAHundred(String limit) {
        assertThat(list(ADMIN, Map.of("limit", limit)).status()).isEqualTo(200);
        assertThat(asked).singleElement().asString().contains(" " + limit + " ");
    }

    @Test
    void aCursorIsOf256CharactersAtMost() {
        String longest = new OrderCursor("x".repeat(183), Optional.empty()).toText();

        assertThat(longest.length()).isBetween(254, 256);
        assertThat(OrderCursor.ofText(longest + "=".repeat(256 - longest.length()))).isPresent();
        assertThat(OrderCursor.ofText(new OrderCursor("x".repeat(185), Optional.empty()).toText())).isEmpty();
    }

    @Test
    void aCursorOfEverybodysRejectedOrdersIsOneOfNoOtherList() {
        String cursor = new OrderCursor("id-1", Optional.empty()).toText();

        assertThat(list(ADMIN, Map.of("cursor", cursor, "status", "REJECTED")).status()).isEqualTo(200);
        assertThat(list(ADMIN, Map.of("cursor", cursor)).status()).isEqualTo(400);
        assertThat(list(SHOPPER, Map.of("cursor", cursor)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"a\"]", "[1,null]", "[\"\",null]", "[\"a\",\"yesterday\"]", "[\"a\",1]", "{}",
        "null"})
    void aCursorThatWasTamperedWithIsNone(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThat(OrderCursor.ofText(text)).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords() {
        assertThat(list(ADMIN, Map.of("customerEmail", "ann@example")).detail().string("message"))
                .isEqualTo("customerEmail must be " + EmailAddress.IN_WORDS);
    }

    private Answer list(Map<String, ?> claims, Map<String, String> query) {
        return Requests.list(new ListOrdersHandler(new ListOrders(new Pages()), Shop.KEY), claims, query);
    }

    private final class Pages implements OrderPages {

        @Override
        public Page byCustomer(String email, OrderFilter filter, int limit, Optional<OrderCursor> after) {
            return page(email, filter, limit, after);
        }

        @Override
        public Page all(OrderFilter filter, int limit, Optional<OrderCursor> after) {
            return page("everybody", filter, limit, after);
        }

        private Page page(String whose, OrderFilter filter, int limit, Optional<OrderCursor> after) {
            asked.add(whose + " " + filter.status().map(Enum::name).orElse("-")
                    + filter.day().map(day -> " on " + day).orElse("") + " " + limit + " "
                    + after.map(OrderCursor::toString).orElse("-"));
            return new Page(List.of(Recorded.PAID.order), Optional.of(NEXT));
        }
    }
}
