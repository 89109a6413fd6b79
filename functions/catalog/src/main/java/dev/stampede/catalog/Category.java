package dev.stampede.catalog;

import dev.stampede.model.Product;
import dev.stampede.model.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A category is what its products say it is: it has no record of its own, and its name is its slug made readable.
///
/// @param id a slug such as `graphics-cards`
public record Category(String id, List<Product> products) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    public Category {
        products = List.copyOf(products);
    }

    static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /// By id.
    static List<Category> of(List<Product> products) {
        Map<String, List<Product>> byId = new TreeMap<>();
        products.forEach(product -> byId.computeIfAbsent(product.category(), _ -> new ArrayList<>()).add(product));
        return byId.entrySet().stream().map(entry -> new Category(entry.getKey(), entry.getValue())).toList();
    }

    /// Such as `Graphics cards`.
    public String name() {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    Map<String, Object> view() {
        return Json.object("id", id, "name", name(), "productCount", products.size());
    }
}
