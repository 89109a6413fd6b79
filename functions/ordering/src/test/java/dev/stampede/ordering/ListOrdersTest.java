package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.ordering.Requests.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 13.
class ListOrdersTest {

    private static final Map<String, String> SHOPPER =
            Map.of("email", "Customer@Example.com", "email_verified", "true");
    private static final Map<String, String> ADMIN = Map.of("cognito:groups", "[admin customer]");
    private static final OrderCursor NEXT = new OrderCursor("id-9", Optional.of("2026-01-01T00:00:00.000Z"));

    private final List<String> asked = new ArrayList<>();

    @Test
    void aCustomerSeesTheOrdersOfTheVerifiedAddress() {
        Answer answer = list(SHOPPER, Map.of("status", "RESERVED", "limit", "5"));

        assertThat(asked).containsExactly("customer@example.com RESERVED 5 -");
        assertThat(answer.body().objects("data").getFirst().string("status")).isEqualTo("RESERVED");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void theCursorOfAPageLeadsToTheNext() {
        String cursor = list(SHOPPER, Map.of()).body().object("page").string("nextCursor");
        list(SHOPPER, Map.of("cursor", cursor));

        assertThat(asked).containsExactly("customer@example.com - 20 -", "customer@example.com - 20 " + NEXT);
    }

    static List<Map<String, ?>> noAdmins() {
        return List.of(
                Map.of("email", "a@b.co"),
                Map.of("email", "a@b.co", "email_verified", "false"),
                Map.of("sub", "1"),
                Map.of("email", "a@b.co", "cognito:groups", "[administrators customer]"),
                Map.of("email", "a@b.co", "cognito:groups", "nadmin"));
    }

    @ParameterizedTest
    @MethodSource("noAdmins")
    void anAddressThatWasNeverVerifiedOpensNothing(Map<String, ?> claims) {
        Answer answer = list(claims, Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(asked).isEmpty();
    }

    static List<Object> adminGroups() {
        return List.of("[admin]", "[customer admin]", "admin", "[customer, admin]", List.of("customer", "admin"));
    }

    @ParameterizedTest
    @MethodSource("adminGroups")
    void anAdminSeesEverybodysOrders(Object groups) {
        list(Map.of("cognito:groups", groups), Map.of());
        list(Map.of("cognito:groups", groups), Map.of("customerEmail", "Some@Body.com"));

        assertThat(asked).containsExactly("everybody - 20 -", "some@body.com - 20 -");
    }

    @Test
    void aCustomerMayNameNobodyElse() {
        assertThat(list(SHOPPER, Map.of("customerEmail", "other@example.com")).status()).isEqualTo(403);
        assertThat(asked).isEmpty();
        assertThat(list(SHOPPER, Map.of("customerEmail", "customer@example.com")).status()).isEqualTo(200);
    }

    @Test
    void withoutClaimsThereIsNothing() {
        assertThat(list(Map.of(), Map.of()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"status,UNHEARD", "status,reserved", "limit,0", "limit,101", "limit,x", "cursor,???", "cursor,bm9wZQ",
        "customerEmail,x"})
    void refusesAWrongParameterByName(String name, String value) {
        Answer answer = list(ADMIN, Map.of(name, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail().string("field")).isEqualTo(name);
        assertThat(asked).isEmpty();
    }

    @Test
    void aCursorOfTheListOfAllIsNoneOfOnesOwn() {
        String cursor = new OrderCursor("id-1", Optional.empty()).toText();

        assertThat(list(ADMIN, Map.of("cursor", cursor)).status()).isEqualTo(200);
        assertThat(list(SHOPPER, Map.of("cursor", cursor)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"a\"]", "[1,null]", "[\"\",null]", "[\"a\",\"yesterday\"]", "[\"a\",1]", "{}",
        "null"})
    void aCursorThatWasTamperedWithIsNone(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThat(OrderCursor.ofText(text)).isEmpty();
    }

    private Answer list(Map<String, ?> claims, Map<String, String> query) {
        return Requests.list(new ListOrdersHandler(new ListOrders(new Pages())), claims, query);
    }

    private final class Pages implements OrderPages {

        @Override
        public Page byCustomer(String email, Optional<OrderStatus> status, int limit, Optional<OrderCursor> after) {
            return page(email, status, limit, after);
        }

        @Override
        public Page all(Optional<OrderStatus> status, int limit, Optional<OrderCursor> after) {
            return page("everybody", status, limit, after);
        }

        private Page page(String whose, Optional<OrderStatus> status, int limit, Optional<OrderCursor> after) {
            asked.add(whose + " " + status.map(Enum::name).orElse("-") + " " + limit + " "
                    + after.map(OrderCursor::toString).orElse("-"));
            Order order = Order.reserved(Shop.order("id", Map.of("cable", 1)), Instant.EPOCH, Shop.HOLD);
            return new Page(List.of(order), Optional.of(NEXT));
        }
    }
}
