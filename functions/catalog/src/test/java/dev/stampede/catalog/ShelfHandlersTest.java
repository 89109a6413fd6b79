package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.catalog.Requests.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfHandlersTest {

    private final Shelf shelf = Shelf.stocked();

    @Test
    void showsOneProductWithItsStock() {
        Answer answer = get(new GetProductHandler(shelf, shelf, new SteppedClock()), "headset");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().object("data").number("stock")).isEqualTo(3);
        assertThat(answer.body().object("data").number("discount")).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "UPPER", "a b", "", "%00", "../secret"})
    void aProductThatIsNotThereIsNotFound(String id) {
        Answer answer = get(new GetProductHandler(shelf, shelf, new SteppedClock()), id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void listsCategoriesById() {
        Answer answer = get(new GetCategoriesHandler(shelf, new SteppedClock()), "");

        assertThat(answer.body().objects("data")).extracting(category -> category.fields().toString())
                .containsExactly(
                        "{id=audio, name=Audio, productCount=2}",
                        "{id=graphics-cards, name=Graphics cards, productCount=2}");
    }

    @Test
    void showsACategoryWithItsProducts() {
        Answer answer = get(new GetCategoryHandler(shelf, new SteppedClock()), "graphics-cards");

        assertThat(answer.body().object("data").string("name")).isEqualTo("Graphics cards");
        assertThat(answer.body().object("data").objects("products")).extracting(product -> product.string("id"))
                .containsExactly("rtx-4090", "arc-770");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "Graphics cards", ""})
    void aCategoryWithoutProductsIsNotFound(String id) {
        Answer answer = get(new GetCategoryHandler(shelf, new SteppedClock()), id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("CATEGORY_NOT_FOUND");
    }

    @Test
    void healthAsksNobody() {
        Answer answer = get(new HealthHandler("dev"), "");

        assertThat(answer.body().object("data").fields()).containsEntry("status", "UP").containsEntry("stage", "dev");
    }

    @Test
    void aHandlerNamesTheVariableItMisses() {
        assertThatThrownBy(() -> new HealthHandler(Map.<String, String>of())).hasMessageContaining("STAGE");
        assertThatThrownBy(() -> new DynamoDbProducts(null, null)).hasMessageContaining("productsTable");
    }

    private static Answer get(RequestStreamHandler handler, String id) {
        return Requests.get(handler, Map.of("id", id), Map.of());
    }
}
