package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses of the storefront that search engines may list, each as its page names itself
/// (https://www.sitemaps.org/protocol.html).
final class Sitemap {

    /// More than one file may hold.
    private static final int MOST = 50_000;
    private static final Pattern SITE = Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    private Sitemap() {}

    /// Nothing in such a text has a meaning in XML.
    static boolean isSite(String text) {
        return SITE.matcher(text).matches();
    }

    /// The shop, its categories and its products; the newest products, where there are more than may be told.
    static String of(String site, List<Product> products) {
        Stream<String> categories =
                Category.of(products).stream().map(category -> "/?category=" + encoded(category.id()));
        Stream<String> pages = products.stream()
                .sorted(Comparator.comparing(Product::createdAt).reversed().thenComparing(Product::id))
                .map(product -> "/products/" + encoded(product.id()));
        return Stream.concat(Stream.of("/"), Stream.concat(categories, pages))
                .limit(MOST)
                .map(path -> "<url><loc>" + site + path + "</loc></url>\n")
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        """, "</urlset>\n"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
