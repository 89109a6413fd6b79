package dev.stampede.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.catalog.ProductQueryParser.Result;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.model.Money;
import java.util.HashMap;
import java.util.Map;

class ProductQueryFuzzTest {

    @FuzzTest
    void anyQueryIsBoundedOrRefusedByName(byte[] bytes) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : new String(bytes, UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, Math.max(equals, 0)), pair.substring(equals + 1));
        }
        HttpRequest request = new HttpRequest("GET", "/products", Map.of(), parameters, Map.of(), Map.of(), "", "");
        switch (ProductQueryParser.parse(request)) {
            case Result.Invalid(var details) -> assertThat(details).isNotEmpty()
                    .allMatch(detail -> parameters.containsKey(detail.field()));
            case Result.Valid(ProductQuery query) -> bounded(query);
        }
    }

    private static void bounded(ProductQuery query) {
        assertThat(query.limit()).isBetween(1, ProductQuery.MAX_LIMIT);
        assertThat(query.words()).allMatch(word -> !word.isEmpty()).hasSizeLessThanOrEqualTo(100);
        query.minPrice().ifPresent(min -> assertThat(min).isGreaterThanOrEqualTo(Money.ofMinor(0)));
        query.maxPrice()
                .ifPresent(max -> assertThat(max).isGreaterThanOrEqualTo(query.minPrice().orElse(Money.ofMinor(0))));
        query.after().ifPresent(
                place -> assertThat(Place.fromCursor(place.toCursor(query.sort()), query.sort())).contains(place));
    }
}
