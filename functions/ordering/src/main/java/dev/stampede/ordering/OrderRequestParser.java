package dev.stampede.ordering;

import dev.stampede.lambda.AmountField;
import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Customer;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Sku;
import dev.stampede.model.wire.Json;
import dev.stampede.ordering.OrderRequest.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads the body of `POST /orders` in either form: `{cart:[{id, quantity}]}` or `{items:[{product_id, quantity}]}`.
/// It checks everything that can be checked without looking anything up, and collects all faults.
final class OrderRequestParser {

    sealed interface Result {
        record Valid(OrderRequest request) implements Result {}

        record Invalid(List<Detail> details) implements Result {}

        /// No JSON.
        record Malformed() implements Result {}

        record TooLarge() implements Result {}
    }

    static final int MAX_BYTES = 32 * 1024;
    static final String DEFAULT_PAYMENT_TOKEN = "tok_ok";

    /// What a shopper was shown.
    static final AmountField SHOWN = AmountField.fromZeroTo(1_000_000_000);
    private static final int MAX_NAME = 200;
    private static final int MAX_IMAGE = 500;
    private static final Set<String> BODY = Set.of("cart", "items", "customerEmail", "customer_id", "paymentToken");
    private static final Set<String> CART_LINE = Set.of("id", "name", "price", "quantity", "image");
    private static final Set<String> ITEMS_LINE = Set.of("product_id", "quantity", "price");
    private static final Predicate<String> CUSTOMER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();
    private static final Predicate<String> PAYMENT_TOKEN = Pattern.compile("tok_[a-z0-9_]{1,40}").asMatchPredicate();

    private final FieldReader body;

    private OrderRequestParser(FieldReader body) {
        this.body = body;
    }

    static Result parse(String text) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return new Result.TooLarge();
        }
        try {
            return Json.read(text) instanceof Map<?, ?> body
                    ? new OrderRequestParser(FieldReader.of(body)).parse()
                    : new Result.Invalid(List.of(new Detail("", "WRONG_TYPE", "the body must be a JSON object")));
        } catch (Json.Malformed _) {
            return new Result.Malformed();
        }
    }

    private Result parse() {
        body.refuseUnknown(BODY);
        Optional<String> email = body.optional(
                "customerEmail", String.class, EmailAddress.IN_WORDS, EmailAddress::isValid);
        Optional<String> customerId = body.optional(
                "customer_id", String.class, "1 to 64 letters, digits, hyphens or underscores", CUSTOMER_ID);
        if (!body.has("customerEmail") && !body.has("customer_id")) {
            body.note("customerEmail", "REQUIRED", "one of customerEmail and customer_id is required");
        }
        Optional<String> paymentToken = paymentToken(body);
        List<Line> lines = lines();
        List<Detail> wrong = body.wrong();
        return wrong.isEmpty()
                ? new Result.Valid(new OrderRequest(
                        new Customer(email, customerId), lines, paymentToken.orElse(DEFAULT_PAYMENT_TOKEN)))
                : new Result.Invalid(wrong);
    }

    private List<Line> lines() {
        if (body.has("cart") && body.has("items")) {
            body.note("items", "CONFLICT", "send either cart or items");
            return List.of();
        }
        String name = body.has("items") ? "items" : "cart";
        List<?> elements = body.required(name, List.class, "an array of 1 to " + PlacedOrder.MAX_LINES + " lines",
                array -> !array.isEmpty() && array.size() <= PlacedOrder.MAX_LINES)
                .orElse(List.of());
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            String path = name + "[" + i + "]";
            body.element(path, elements.get(i))
                    .flatMap(line -> name.equals("cart") ? cartLine(path, line, seen) : itemsLine(path, line, seen))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Line> cartLine(String path, FieldReader line, Set<String> seen) {
        line.refuseUnknown(CART_LINE);
        line.optional("name", String.class, "a text of at most " + MAX_NAME + " characters",
                text -> text.codePointCount(0, text.length()) <= MAX_NAME);
        line.optional("image", String.class, "a text of at most " + MAX_IMAGE + " characters",
                text -> text.codePointCount(0, text.length()) <= MAX_IMAGE);
        return line(path, line, "id", SHOWN.optional(line, "price"), seen);
    }

    private static Optional<Line> itemsLine(String path, FieldReader line, Set<String> seen) {
        line.refuseUnknown(ITEMS_LINE);
        return line(path, line, "product_id", SHOWN.optional(line, "price"), seen);
    }

    private static Optional<Line> line(
            String path, FieldReader line, String idName, Optional<Money> price, Set<String> seen) {
        Optional<String> sku = line.required(
                idName, String.class, Sku.FORM, Sku::isValid);
        Optional<Long> quantity = line.required(
                "quantity", Long.class, "a whole number from 1 to " + OrderLine.MAX_QUANTITY,
                number -> number >= 1 && number <= OrderLine.MAX_QUANTITY);
        if (sku.isPresent() && !seen.add(sku.get())) {
            line.note(path + "." + idName, "DUPLICATE_LINE", "this product has a line already; raise its quantity");
        }
        return sku.flatMap(id -> quantity.map(number -> new Line(path, id, number.intValue(), price)));
    }

    static Optional<String> paymentToken(FieldReader body) {
        return body.optional("paymentToken", String.class, "a payment token such as tok_ok", PAYMENT_TOKEN);
    }
}
