package dev.stampede.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.Orders;
import dev.stampede.model.PlacedOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMessageTest {

    private static final PlacedOrder PLACED = Orders.placed(List.of(new OrderLine(
            "gpu", "Größe 42", Money.ofMinor(100), 1, Optional.empty(), Optional.of(new SaleUnits("spring", 5)))));

    @Test
    void anAcceptedOrderComesOutOfTheQueueAsItWentIn() {
        assertThat(OrderMessage.read(message())).isEqualTo(PLACED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void anIdIsOfOneToSixtyFourCharacters(int length) {
        assertThat(OrderMessage.read(with("orderId", "x".repeat(length))).orderId()).hasSize(length);
        assertRefused(with("orderId", "x".repeat(65)));
        assertRefused(with("orderId", " "));
        assertRefused(with("orderId", ""));
    }

    @Test
    void anAddressIsOneThatAnIndexTakes() {
        String longest = "a".repeat(64) + "@" + "b".repeat(185) + ".com";
        assertThat(longest).hasSize(254);
        assertThat(OrderMessage.read(with("customerEmail", longest)).customer().email()).contains(longest);
        assertRefused(with("customerEmail", longest + "x"));
        assertRefused(with("customerEmail", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#b", "ä"})
    void namesOfSkusAndSalesArePlain(String name) {
        assertRefused(message().replace("\"sku\":\"gpu\"", "\"sku\":\"" + name + "\""));
        assertRefused(message().replace("\"id\":\"spring\"", "\"id\":\"" + name + "\""));
    }

    @Test
    void nothingIsSoldForNothing() {
        assertThat(OrderMessage.read(message().replace("\"unitPrice\":100", "\"unitPrice\":1"))).isNotNull();
        assertRefused(message().replace("\"unitPrice\":100", "\"unitPrice\":0"));
    }

    @Test
    void anAmountThatFailsLaterFailsHere() {
        assertRefused(message().replace("\"unitPrice\":100", "\"unitPrice\":" + Long.MAX_VALUE));
        assertRefused(with("currency", "EUR"));
        assertRefused(with("currency", "none"));
    }

    private static void assertRefused(String body) {
        assertThat(body).isNotEqualTo(message());
        assertThatThrownBy(() -> OrderMessage.read(body)).isInstanceOf(RuntimeException.class);
    }

    private static String message() {
        return Json.write(OrderJson.toTree(PLACED));
    }

    private static String with(String field, String value) {
        Map<String, Object> tree = OrderJson.toTree(PLACED);
        tree.put(field, value);
        return Json.write(tree);
    }
}
