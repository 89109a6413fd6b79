package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Requirement 2.
class PagesWhileTheShopGrowsTest {

    private static final int BEFORE = 1000;

    private final SteppedClock clock = new SteppedClock();
    private final Shelf shelf = new Shelf();
    private final Random random = new Random(7);
    private final List<String> old = new ArrayList<>();

    /// Products of few names, prices and moments, so that many stand at the same place but for their ids; between two
    /// pages some more are put on sale, anywhere in the order.
    @ParameterizedTest
    @EnumSource
    void eachProductThatWasThereIsSeenOnceHoweverManyComeMeanwhile(ProductSort sort) {
        for (int i = 0; i < BEFORE; i++) {
            old.add(add());
        }
        GetProductsHandler handler = new GetProductsHandler(new ListProducts(shelf, shelf, clock));
        List<String> seen = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("sort", parameter(sort), "limit", "37"));
        Optional<String> cursor;
        do {
            Answer page = Requests.get(handler, Map.of(), query);
            page.body().objects("data").forEach(product -> seen.add(product.string("id")));
            cursor = page.body().object("page").optionalString("nextCursor");
            cursor.ifPresent(next -> query.put("cursor", next));
            for (int i = random.nextInt(10); i > 0; i--) {
                add();
            }
            clock.advance(ListProducts.PRODUCTS_KEPT);
        } while (cursor.isPresent());

        assertThat(seen).doesNotHaveDuplicates().containsAll(old);
        assertThat(shelf.products.size()).isGreaterThan(BEFORE);
    }

    private static String parameter(ProductSort wanted) {
        return List.of(ProductSort.parameters().split(", ")).stream()
                .filter(parameter -> ProductSort.ofParameter(parameter).orElseThrow() == wanted)
                .findFirst()
                .orElseThrow();
    }

    private String add() {
        String id = Long.toHexString(random.nextLong());
        long price = 100 + random.nextInt(5);
        shelf.products.add(new Product(id, "Name " + random.nextInt(9), Money.ofMinor(price),
                Optional.of(Money.ofMinor(price + random.nextInt(100))), "", "c", "", Optional.empty(),
                Optional.empty(),
                Instant.EPOCH.plusSeconds(random.nextInt(20)), 1));
        return id;
    }
}
