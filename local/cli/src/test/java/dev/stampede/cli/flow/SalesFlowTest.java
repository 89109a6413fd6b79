package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cli.flow.Shop.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// What the staff sees of a day. Other tests buy at the same time, so a figure is never less than what this one did.
@WholeFlow
class SalesFlowTest {

    private final Shop shop;

    SalesFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void whatIsSoldIsSeenInItsHourAndAddsUpToTheDay() {
        JsonNode order = shop.awaitStatus(shop.buy(shop.newProduct(2), 2), "CONFIRMED");
        JsonNode confirmed = order.get("history").valueStream()
                .filter(entry -> entry.get("type").asText().equals("order_confirmed")).findFirst().orElseThrow();
        String day = confirmed.get("at").asText().substring(0, 10);
        int hour = Integer.parseInt(confirmed.get("at").asText().substring(11, 13));

        await().atMost(Shop.PATIENCE).untilAsserted(() -> {
            JsonNode figures = sales(day).get("hours").get(hour);
            assertThat(figures.get("hour").asInt()).isEqualTo(hour);
            assertThat(figures.get("confirmed").asInt()).isPositive();
            assertThat(figures.get("revenue").decimalValue())
                    .isGreaterThanOrEqualTo(order.get("totalAmount").decimalValue());
        });
        JsonNode sales = sales(day);
        for (String figure : new String[]{"orders", "units", "confirmed", "revenue", "rejects", "cancelled", "kept"}) {
            assertThat(sales.at("/totals/" + figure).decimalValue()).as(figure).isEqualByComparingTo(
                    sales.get("hours").valueStream().map(each -> each.get(figure).decimalValue())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Test
    void whyAnOrderCameToNothingIsTold() {
        JsonNode order = shop.awaitStatus(shop.pay(shop.newProduct(1), "tok_declined"), "CANCELLED");
        String day = order.get("updatedAt").asText().substring(0, 10);

        await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(sales(day).get("reasons").valueStream()
                .map(reason -> reason.get("status").asText() + " " + reason.get("reason").asText()))
                .contains("CANCELLED PAYMENT_DECLINED"));
    }

    @Test
    void aDayThatIsNoneIsRefusedAndADayToComeIsEmpty() {
        Answer none = shop.get("/api/sales/2026-02-30", shop.asAdmin());
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().at("/error/details/0/field").asText()).isEqualTo("day");

        assertThat(sales("2999-01-01").at("/totals/orders").asInt()).isZero();
    }

    private JsonNode sales(String day) {
        Answer answer = shop.get("/api/sales/" + day, shop.asAdmin());
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        return answer.data();
    }
}
