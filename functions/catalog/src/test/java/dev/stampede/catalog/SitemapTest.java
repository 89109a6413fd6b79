package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

class SitemapTest {

    private final Shelf shelf = Shelf.stocked();

    /// Requirement 17.
    @Test
    void namesTheShopItsCategoriesAndItsProductsTheNewestFirst() throws Exception {
        assertThat(addresses(Sitemap.of("https://shop.example.com", shelf.all()))).containsExactly(
                "https://shop.example.com/",
                "https://shop.example.com/?category=audio",
                "https://shop.example.com/?category=graphics-cards",
                "https://shop.example.com/products/speakers",
                "https://shop.example.com/products/headset",
                "https://shop.example.com/products/arc-770",
                "https://shop.example.com/products/rtx-4090");
    }

    @Test
    void anIdThatMeansSomethingInXmlIsStillAnAddress() throws Exception {
        shelf.add("a&b<c", "Odd", 100, 0, "audio", 1);

        assertThat(addresses(Sitemap.of("http://127.0.0.1:8080", shelf.all())))
                .contains("http://127.0.0.1:8080/products/a%26b%3Cc");
    }

    @Test
    void holdsNoMoreThanAFileMay() throws Exception {
        IntStream.range(0, 50_001).forEach(i -> shelf.add("p" + i, "P", 100, 0, "audio", 1));

        List<String> addresses = addresses(Sitemap.of("https://shop.example.com", shelf.all()));

        assertThat(addresses).hasSize(50_000).contains("https://shop.example.com/products/p50000")
                .doesNotContain("https://shop.example.com/products/rtx-4090");
    }

    /// Requirement 17.
    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example.com", "ftp://shop.example.com", "https://shop.example.com/path",
        "https://a\"b", "https://a<b", "https://shop.example.com\n", "https://"})
    void anotherTextThanASiteIsRefusedByName(String text) {
        Answer answer = Requests.get(new GetSitemapHandler(shelf, new SteppedClock()), Map.of(), Map.of(),
                Map.of("shop-url", text));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly("Shop-Url INVALID_VALUE");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(shelf.productReads).isZero();
    }

    private static List<String> addresses(String xml) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).getElementsByTagName("loc");
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }
}
