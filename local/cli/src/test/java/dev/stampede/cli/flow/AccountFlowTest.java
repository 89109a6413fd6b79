package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cli.flow.Shop.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Accounts, and guests who have none.
@WholeFlow
class AccountFlowTest {

    private final Shop shop;
    private final String email = "guest-" + UUID.randomUUID() + "@example.com";

    AccountFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aGuestWhoSignsUpWithTheSameAddressFindsTheOrdersInTheAccount() {
        Answer bought = shop.order(shop.newProduct(5), 1, email, UUID.randomUUID().toString());
        shop.awaitStatus(bought, "CONFIRMED");

        String token = shop.signUp(email);

        Answer orders = shop.get("/api/orders", "Authorization", "Bearer " + token);
        assertThat(orders.data().valueStream().map(order -> order.get("orderId").asText()))
                .containsExactly(Shop.orderId(bought));
    }

    @Test
    void anAddressThatIsNotConfirmedSignsInToNothing() {
        shop.cognito("SignUp", Map.of("Username", email, "Password", "Stampede-test-1"));

        JsonNode refused = shop.cognito("InitiateAuth", Map.of("AuthFlow", "USER_PASSWORD_AUTH",
                "AuthParameters", Map.of("USERNAME", email, "PASSWORD", "Stampede-test-1")));

        assertThat(refused.get("__type").asText()).isEqualTo("UserNotConfirmedException");
    }

    @Test
    void somebodySeesTheirAccountAndAnAdministratorAllOfThemPageByPage() {
        String token = shop.signUp(email);
        String admin = "Bearer " + shop.signIn("admin@example.com", "Stampede-admin-1");

        List<JsonNode> users = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = shop.get("/api/users?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                    "Authorization", admin);
            page.data().forEach(users::add);
            cursor = page.body().at("/page/nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));

        JsonNode listed =
                users.stream().filter(user -> user.get("email").asText().equals(email)).findFirst().orElseThrow();
        Answer own = shop.get("/api/users/" + listed.get("id").asText(), "Authorization", "Bearer " + token);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.data().get("groups")).isEmpty();
        assertThat(own.data().get("emailVerified").asBoolean()).isTrue();
        assertThat(users).extracting(user -> user.get("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void aGuestWithoutAReceiptGetsItByTheMailedCodeOnce() {
        Answer bought = shop.order(shop.newProduct(5), 1, email, UUID.randomUUID().toString());
        shop.awaitStatus(bought, "CONFIRMED");
        String id = Shop.orderId(bought);

        assertThat(ask(id, email.toUpperCase()).status()).isEqualTo(202);
        await().atMost(Shop.PATIENCE).pollInterval(Duration.ofMillis(50)).until(
                () -> shop.cloud().mailTo(email).stream().anyMatch(mail -> mail.contains("opens your order")));
        String code = shop.cloud().mailTo(email).stream().filter(mail -> mail.contains("opens your order")).findFirst()
                .orElseThrow().replaceFirst("(?s).*opens your order: (\\d{4}) (\\d{4}).*", "$1$2");

        assertThat(redeem(id, "other-" + email, code).errorCode()).isEqualTo("CODE_NOT_VALID");
        Answer opened = redeem(id, email, code);
        assertThat(opened.data().get("receiptToken")).isEqualTo(bought.data().get("receiptToken"));
        assertThat(
                shop.get("/api/orders/" + id, "X-Receipt-Token", opened.data().get("receiptToken").asText()).status())
                .isEqualTo(200);
        assertThat(redeem(id, email, code).errorCode()).isEqualTo("CODE_NOT_VALID");
    }

    @Test
    void askingTooOftenIsRefusedWhateverExistsAndSaysWhenToComeAgain() {
        // Five in a quarter of the hour, of which one may end meanwhile: of eleven one is too many for sure.
        List<Answer> answers = IntStream.range(0, 11).mapToObj(_ -> ask(UUID.randomUUID().toString(), email)).toList();

        assertThat(answers.getFirst().status()).isEqualTo(202);
        assertThat(answers).filteredOn(answer -> answer.status() != 202).isNotEmpty().allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.errorCode()).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 900);
        });
        assertThat(shop.cloud().mailTo(email)).isEmpty();
    }

    @Test
    void theStaffListsTheOrdersOfADay() {
        Answer bought = shop.order(shop.newProduct(5), 1, email, UUID.randomUUID().toString());
        JsonNode order = shop.awaitStatus(bought, "CONFIRMED");
        String day = order.get("createdAt").asText().substring(0, 10);
        String admin = "Bearer " + shop.signIn("admin@example.com", "Stampede-admin-1");

        assertThat(ids(shop.get("/api/orders?customerEmail=" + email + "&day=" + day, "Authorization", admin)))
                .containsExactly(Shop.orderId(bought));
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        assertThat(ids(shop.get("/api/orders?customerEmail=" + email + "&day=" + tomorrow, "Authorization", admin)))
                .isEmpty();
        assertThat(shop.get("/api/orders?day=" + day, "Authorization", admin).data().valueStream()
                .map(each -> each.get("createdAt").asText())).isNotEmpty().allMatch(time -> time.startsWith(day));
    }

    private Answer ask(String orderId, String address) {
        return shop.patiently(() -> shop.post("/api/orders/" + orderId + "/access-code",
                "{\"customerEmail\":\"%s\"}".formatted(address)));
    }

    private Answer redeem(String orderId, String address, String code) {
        return shop.patiently(() -> shop.post("/api/orders/" + orderId + "/access",
                "{\"customerEmail\":\"%s\",\"code\":\"%s\"}".formatted(address, code)));
    }

    private static List<String> ids(Answer orders) {
        return orders.data().valueStream().map(order -> order.get("orderId").asText()).toList();
    }
}
