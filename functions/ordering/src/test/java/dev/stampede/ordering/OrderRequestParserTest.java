package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.Money;
import dev.stampede.ordering.OrderRequestParser.Result;
import dev.stampede.ordering.OrderRequestParser.Result.Invalid;
import dev.stampede.ordering.OrderRequestParser.Result.Malformed;
import dev.stampede.ordering.OrderRequestParser.Result.TooLarge;
import dev.stampede.ordering.OrderRequestParser.Result.Valid;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 1.
class OrderRequestParserTest {

    @Test
    void readsTheFormOfTheStorefront() {
        OrderRequest request = valid("""
                {"cart":[{"id":"rtx-4090","name":"RTX 4090 GPU","price":1599.99,"quantity":2,"image":"/i.svg"}],
                 "customerEmail":"Customer@Example.com","paymentToken":"tok_visa"}""");

        assertThat(request.customer().email()).contains("customer@example.com");
        assertThat(request.paymentToken()).isEqualTo("tok_visa");
        OrderRequest.Line line = request.lines().getFirst();
        assertThat(line.sku()).isEqualTo("rtx-4090");
        assertThat(line.quantity()).isEqualTo(2);
        assertThat(line.clientPrice()).contains(Money.ofMinor(159_999));
    }

    @Test
    void readsTheFormWithItems() {
        OrderRequest request = valid("""
                {"customer_id":"customer-123","items":[{"product_id":"rtx-4090","quantity":2}]}""");

        assertThat(request.customer().id()).contains("customer-123");
        assertThat(request.customer().email()).isEmpty();
        assertThat(request.paymentToken()).isEqualTo("tok_ok");
        assertThat(request.lines().getFirst().clientPrice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1e0", "10e-1"})
    void aWholeNumberIsOneHoweverItIsWritten(String quantity) {
        assertThat(valid("""
                {"cart":[{"id":"a","quantity":%s}],"customerEmail":"a@b.co"}""".formatted(quantity))
                .lines().getFirst().quantity()).isEqualTo(1);
    }

    @Test
    void theShownPriceMayStandInBothForms() {
        assertThat(valid("""
                {"items":[{"product_id":"a","quantity":1,"price":15.5}],"customer_id":"c"}""")
                .lines().getFirst().clientPrice()).contains(Money.ofMinor(15_50));
    }

    @Test
    void aLinesNameHasTwoHundredCharactersHoweverManyBytesTheyTake() {
        String line = """
                {"cart":[{"id":"a","quantity":1,"name":"%s"}],"customerEmail":"a@b.co"}""";

        assertThat(valid(line.formatted("\uD83D\uDE00".repeat(200))).lines()).hasSize(1);
        assertThat(onlyDetail(line.formatted("\uD83D\uDE00".repeat(201))).field()).isEqualTo("cart[0].name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -1 | INVALID_VALUE
            0 | INVALID_VALUE
            11 | INVALID_VALUE
            1000000000 | INVALID_VALUE
            1.5 | WRONG_TYPE
            1e9 | INVALID_VALUE
            1.0000001 | WRONG_TYPE
            "1" | WRONG_TYPE
            null | WRONG_TYPE
            true | WRONG_TYPE
            [1] | WRONG_TYPE
            99999999999999999999 | WRONG_TYPE""")
    void refusesAQuantityThatIsNoWholeNumberFromOneToTen(String quantity, String code) {
        Detail detail = onlyDetail("""
                {"cart":[{"id":"a","quantity":%s}],"customerEmail":"a@b.co"}""".formatted(quantity));

        assertThat(detail.field()).isEqualTo("cart[0].quantity");
        assertThat(detail.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"cart":[{"id":"a","quantity":1}],"customerEmail":"a@b.co","coupon":1} | coupon | UNKNOWN_FIELD
            {"cart":[{"id":"a","quantity":1,"total":0}],"customerEmail":"a@b.co"} | cart[0].total | UNKNOWN_FIELD
            {"items":[{"product_id":"a","quantity":1,"name":"a"}],"customer_id":"c"} | items[0].name | UNKNOWN_FIELD
            {"cart":[{"id":"a","quantity":1,"price":1000000000.01}],"customerEmail":"a@b.co"} | cart[0].price | INVALID_VALUE
            {"cart":[{"quantity":1}],"customerEmail":"a@b.co"} | cart[0].id | REQUIRED
            {"cart":[{"id":"a"}],"customerEmail":"a@b.co"} | cart[0].quantity | REQUIRED
            {"cart":[{"id":"A_B","quantity":1}],"customerEmail":"a@b.co"} | cart[0].id | INVALID_VALUE
            {"cart":[{"id":7,"quantity":1}],"customerEmail":"a@b.co"} | cart[0].id | WRONG_TYPE
            {"cart":[{"id":"a","quantity":1,"price":"1"}],"customerEmail":"a@b.co"} | cart[0].price | WRONG_TYPE
            {"cart":[{"id":"a","quantity":1,"price":-1}],"customerEmail":"a@b.co"} | cart[0].price | INVALID_VALUE
            {"cart":[{"id":"a","quantity":1,"price":1.999}],"customerEmail":"a@b.co"} | cart[0].price | INVALID_VALUE
            {"cart":[{"id":"a","quantity":1,"price":1e39}],"customerEmail":"a@b.co"} | cart[0].price | INVALID_VALUE
            {"cart":[{"id":"a","quantity":1},{"id":"a","quantity":1}],"customer_id":"c"} | cart[1].id | DUPLICATE_LINE
            {"cart":["a"],"customerEmail":"a@b.co"} | cart[0] | WRONG_TYPE
            {"cart":[],"customerEmail":"a@b.co"} | cart | INVALID_VALUE
            {"cart":{},"customerEmail":"a@b.co"} | cart | WRONG_TYPE
            {"customerEmail":"a@b.co"} | cart | REQUIRED
            {"cart":[{"id":"a","quantity":1}],"items":[],"customerEmail":"a@b.co"} | items | CONFLICT
            {"cart":[{"id":"a","quantity":1}]} | customerEmail | REQUIRED
            {"cart":[{"id":"a","quantity":1}],"customerEmail":null} | customerEmail | WRONG_TYPE
            {"cart":[{"id":"a","quantity":1}],"customer_id":"a b"} | customer_id | INVALID_VALUE
            {"cart":[{"id":"a","quantity":1}],"customer_id":"c","paymentToken":"4242424242"} | paymentToken | INVALID_VALUE
            [] | `` | WRONG_TYPE
            "text" | `` | WRONG_TYPE""")
    void namesTheFieldThatIsWrong(String body, String field, String code) {
        Detail detail = onlyDetail(body);

        assertThat(detail.field()).isEqualTo(field);
        assertThat(detail.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "first.last+tag@sub.example-shop.com", "o'brien@example.ie", "1@2.museum"})
    void takesAnAddress(String email) {
        valid(cartFor(email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "@b.co", "a@", "a b@c.co", "a@b..co", ".a@b.co", "a..b@c.co", "a@-b.co",
        "a@b.co ", "<a@b.co>", "a@b.co,c@d.co", "a@b.co\\nBcc: x@y.co", "ä@b.co", "a@b.c"})
    void refusesWhatIsNoAddressInWords(String email) {
        assertThat(onlyDetail(cartFor(email)).field()).isEqualTo("customerEmail");
        assertThat(onlyDetail(cartFor(email)).message()).isEqualTo("customerEmail must be " + EmailAddress.IN_WORDS);
    }

    @Test
    void boundsAnAddress() {
        String domain = ("d".repeat(59) + ".").repeat(3) + "example.com";

        valid(cartFor("a".repeat(254 - 1 - domain.length()) + "@" + domain));
        assertThat(onlyDetail(cartFor("a".repeat(255 - 1 - domain.length()) + "@" + domain)).field())
                .isEqualTo("customerEmail");
        valid(cartFor("a".repeat(64) + "@b.co"));
        assertThat(onlyDetail(cartFor("a".repeat(65) + "@b.co")).field()).isEqualTo("customerEmail");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 200, 500", "10, 0.01, 0, 0"})
    void takesALineAtItsBounds(int quantity, String price, int name, int image) {
        assertThat(valid(line(quantity, price, name, image)).lines().getFirst().quantity()).isEqualTo(quantity);
    }

    @Test
    void boundsTheTextsOfALine() {
        assertThat(onlyDetail(line(1, "1", 201, 1)).field()).isEqualTo("cart[0].name");
        assertThat(onlyDetail(line(1, "1", 1, 501)).field()).isEqualTo("cart[0].image");
    }

    @Test
    void takesTwentyLinesAndNoMore() {
        assertThat(valid(cartOf(20)).lines()).hasSize(20);
        assertThat(onlyDetail(cartOf(21)).field()).isEqualTo("cart");
    }

    @Test
    void collectsAllFaults() {
        List<Detail> details = invalid("""
                {"cart":[{"id":"A","quantity":0,"x":1},{"quantity":"1"}],"customerEmail":"nobody","y":2}""");

        assertThat(details).extracting(Detail::field).containsExactlyInAnyOrder(
                "y", "customerEmail", "cart[0].x", "cart[0].id", "cart[0].quantity", "cart[1].id", "cart[1].quantity");
    }

    @Test
    void aBodyOfFaultsGetsABoundedAnswer() {
        String fields = IntStream.range(0, 2000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));

        assertThat(invalid("{" + fields + "}")).hasSize(50);
        assertThat(invalid("{\"" + "n".repeat(9999) + "\":1}").getFirst().field()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"cart\":[}", "{\"cart\":[],\"cart\":[]}", "{} {}", "{'cart':[]}"})
    void tellsBrokenJson(String body) {
        assertThat(OrderRequestParser.parse(body)).isInstanceOf(Malformed.class);
    }

    @Test
    void measuresBytesNotCharacters() {
        int max = OrderRequestParser.MAX_BYTES;

        assertThat(OrderRequestParser.parse("\"" + "a".repeat(max - 2) + "\"")).isInstanceOf(Invalid.class);
        assertThat(OrderRequestParser.parse("\"" + "a".repeat(max - 1) + "\"")).isInstanceOf(TooLarge.class);
        assertThat(OrderRequestParser.parse("\"" + "€".repeat(max / 3 + 1) + "\"")).isInstanceOf(TooLarge.class);
        assertThat(OrderRequestParser.parse("x".repeat(1024 * 1024))).isInstanceOf(TooLarge.class);
    }

    @Test
    void theFingerprintIsOfTheOrderNotOfItsForm() {
        String fingerprint = valid("""
                {"cart":[{"id":"a","quantity":1,"price":1,"name":"A"},{"id":"b","quantity":2}],
                 "customerEmail":"a@b.co"}""")
                .fingerprint();

        assertThat(valid("""
                {"paymentToken":"tok_ok","customerEmail":"A@B.co","items":[{"quantity":2,"product_id":"b"},
                 {"product_id":"a","quantity":1}]}""").fingerprint()).isEqualTo(fingerprint);
        assertThat(valid("""
                {"cart":[{"id":"a","quantity":2},{"id":"b","quantity":2}],"customerEmail":"a@b.co"}""").fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(valid("""
                {"cart":[{"id":"a","quantity":1},{"id":"b","quantity":2}],"customerEmail":"x@b.co"}""").fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(valid("""
                {"cart":[{"id":"a","quantity":1},{"id":"b","quantity":2}],
                 "customerEmail":"a@b.co","paymentToken":"tok_x"}""")
                .fingerprint()).isNotEqualTo(fingerprint);
    }

    private static String cartFor(String email) {
        return "{\"cart\":[{\"id\":\"a\",\"quantity\":1}],\"customerEmail\":\"" + email + "\"}";
    }

    private static String line(int quantity, String price, int name, int image) {
        return """
                {"cart":[{"id":"a","quantity":%d,"price":%s,"name":"%s","image":"%s"}],"customerEmail":"a@b.co"}"""
                .formatted(quantity, price, "n".repeat(name), "i".repeat(image));
    }

    private static String cartOf(int lines) {
        return "{\"cart\":[" + IntStream.range(0, lines).mapToObj(i -> "{\"id\":\"p" + i + "\",\"quantity\":1}")
                .collect(Collectors.joining(",")) + "],\"customerEmail\":\"a@b.co\"}";
    }

    private static OrderRequest valid(String body) {
        Result result = OrderRequestParser.parse(body);
        assertThat(result).isInstanceOf(Valid.class);
        return ((Valid) result).request();
    }

    private static List<Detail> invalid(String body) {
        Result result = OrderRequestParser.parse(body);
        assertThat(result).isInstanceOf(Invalid.class);
        return ((Invalid) result).details();
    }

    private static Detail onlyDetail(String body) {
        List<Detail> details = invalid(body);
        assertThat(details).hasSize(1);
        return details.getFirst();
    }
}
