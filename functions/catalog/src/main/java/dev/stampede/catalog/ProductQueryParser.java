package dev.stampede.catalog;

import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a query from a request's parameters and collects all that is wrong with them. Parameters that are not known
/// are left alone: links to the shop carry many.
final class ProductQueryParser {

    sealed interface Result {
        record Valid(ProductQuery query) implements Result {}

        record Invalid(List<Detail> details) implements Result {}
    }

    private static final int MAX_WORDS_LENGTH = 100;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");
    private static final BigDecimal ABOVE_ALL = new BigDecimal("1000000000");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");

    private final HttpRequest request;
    private final List<Detail> wrong = new ArrayList<>();

    private ProductQueryParser(HttpRequest request) {
        this.request = request;
    }

    static Result parse(HttpRequest request) {
        return new ProductQueryParser(request).parse();
    }

    private Result parse() {
        Optional<String> category = read("category", "a category's id, such as graphics-cards",
                text -> Optional.of(text).filter(ProductText::isSlug));
        Optional<String> words = read("q", "at most " + MAX_WORDS_LENGTH + " characters",
                text -> Optional.of(text).filter(q -> q.codePointCount(0, q.length()) <= MAX_WORDS_LENGTH));
        Optional<Money> minPrice = read("minPrice", "an amount such as 99.90",
                text -> amount(text, RoundingMode.CEILING));
        Optional<Money> maxPrice = read("maxPrice", "an amount such as 99.90",
                text -> amount(text, RoundingMode.FLOOR));
        Optional<Boolean> inStock = read("inStock", "true or false", ProductQueryParser::bool);
        ProductSort sort = read("sort", "one of " + ProductSort.parameters(), ProductSort::ofParameter)
                .orElse(ProductSort.ID);
        int limit = read("limit", "a whole number from 1 to " + ProductQuery.MAX_LIMIT, ProductQueryParser::limit)
                .orElse(ProductQuery.DEFAULT_LIMIT);
        Optional<Place> after = request.queryParameter("cursor").flatMap(text -> Place.fromCursor(text, sort));
        if (request.queryParameter("cursor").isPresent() && after.isEmpty()) {
            wrong.add(new Detail("cursor", "UNKNOWN_CURSOR",
                    "cursor must be the nextCursor of a page with the same sort"));
        }
        if (minPrice.isPresent() && maxPrice.isPresent() && minPrice.get().compareTo(maxPrice.get()) > 0) {
            wrong.add(new Detail("minPrice", "OUT_OF_RANGE", "minPrice must not be above maxPrice"));
        }
        return wrong.isEmpty()
                ? new Result.Valid(new ProductQuery(
                        category, words.map(ProductQueryParser::words).orElse(List.of()), minPrice, maxPrice, inStock,
                        sort, limit, after))
                : new Result.Invalid(List.copyOf(wrong));
    }

    private <T> Optional<T> read(String name, String expected, Function<String, Optional<T>> parse) {
        Optional<String> text = request.queryParameter(name);
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            wrong.add(new Detail(name, "INVALID_FORMAT", name + " must be " + expected));
        }
        return value;
    }

    private static List<String> words(String text) {
        return Arrays.stream(Folded.of(text).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /// Any amount can be asked for, also one that nothing can cost.
    private static Optional<Money> amount(String text, RoundingMode toCents) {
        return Optional.of(text)
                .filter(number -> AMOUNT.matcher(number).matches())
                .map(number -> Money.ofDecimal(new BigDecimal(number).min(ABOVE_ALL).setScale(2, toCents)));
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> limit(String text) {
        return Optional.of(text)
                .filter(number -> LIMIT.matcher(number).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= ProductQuery.MAX_LIMIT);
    }
}
