package dev.stampede.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Money;
import dev.stampede.model.Obstacle;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.OrderMessage;
import dev.stampede.ordering.OrderRequest.Line;
import dev.stampede.ordering.OrderRequestParser.Result;
import java.util.List;

class OrderRequestFuzzTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @FuzzTest
    void whateverIsSentIsRefusedByNameOrChargedAtTheCataloguesPrice(byte[] bytes) {
        switch (OrderRequestParser.parse(new String(bytes, UTF_8))) {
            case Result.Malformed _,Result.TooLarge _ -> {}
            case Result.Invalid(List<Detail> details) -> {
                assertThat(details).hasSizeBetween(1, 50);
                for (Detail detail : details) {
                    assertThat(Json.read(Json.write(detail.field()))).isEqualTo(detail.field());
                    assertThat(detail.field().length() + detail.message().length()).isLessThan(400);
                }
            }
            case Result.Valid(OrderRequest request) -> placedAtTheShopsPrices(request);
        }
    }

    private static void placedAtTheShopsPrices(OrderRequest request) {
        Shop shop = new Shop();
        request.lines().forEach(line -> shop.sell(line.sku(), price(line.sku()), 10));
        CreateOrder createOrder = shop.createOrder(shop);
        boolean changed = request.lines().stream().anyMatch(OrderRequestFuzzTest::saysAnotherPrice);

        CreateOrder.Result result = createOrder.create(request, new IdempotencyKey("key", false), "192.0.2.1", TRACE);

        if (changed) {
            assertThat(result).isInstanceOfSatisfying(CreateOrder.Result.Refused.class,
                    refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.PRICE_CHANGED));
            assertThat(shop.sent).isEmpty();
            return;
        }
        PlacedOrder placed = shop.sent.getFirst();
        assertThat(placed.lines()).allMatch(line -> line.unitPrice().minorUnits() == price(line.sku()));
        assertThat(placed.lines()).extracting(OrderLine::sku)
                .isEqualTo(request.lines().stream().map(Line::sku).toList());
        assertThat(OrderMessage.read(OrderMessage.write(placed))).isEqualTo(placed);
    }

    private static boolean saysAnotherPrice(Line line) {
        return line.clientPrice().filter(price -> !price.equals(Money.ofMinor(price(line.sku())))).isPresent();
    }

    private static long price(String sku) {
        return 100L * sku.length();
    }
}
