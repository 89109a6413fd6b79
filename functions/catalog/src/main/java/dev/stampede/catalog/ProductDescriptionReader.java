package dev.stampede.catalog;

import dev.stampede.lambda.AmountField;
import dev.stampede.lambda.FieldReader;
import dev.stampede.model.Money;
import dev.stampede.model.Sale;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Reads a product's description from a body and notes every fault by its field. A product without an image gets the
/// one that every product could have.
final class ProductDescriptionReader {

    /// The fields of a body.
    static final Set<String> FIELDS = Set.of(
            "name", "description", "category", "image", "price", "originalPrice", "limitPerCustomer", "sale");
    /// More than the longest texts there may be.
    static final int MAX_BYTES = 32 * 1024;

    private static final String ANY_PRODUCT = "/images/product.svg";
    private static final Set<String> SALE_FIELDS =
            Set.of("id", "startsAt", "endsAt", "price", "units", "limitPerCustomer");
    private static final AmountField PRICE = AmountField.aboveZeroUpTo(1_000_000);
    private static final int MAX_LIMIT = 1000;
    private static final long MAX_UNITS = 1_000_000;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private ProductDescriptionReader() {}

    static Optional<String> id(FieldReader body) {
        return body.required("id", String.class,
                "lower-case letters and digits with single hyphens between, at most 64",
                ProductText::isSlug);
    }

    static Optional<ProductDescription> read(FieldReader body) {
        Optional<String> name = body.required("name", String.class,
                "one line of 1 to " + ProductText.MAX_NAME + " characters, some of which can be seen",
                ProductText::isName);
        Optional<String> description = body.required("description", String.class,
                "a text of at most " + ProductText.MAX_DESCRIPTION
                        + " characters, of which no control characters but tabs and line breaks",
                ProductText::isDescription).map(ProductText::withLineBreaks);
        Optional<String> category = body.required("category", String.class,
                "lower-case letters and digits with single hyphens between, at most 64", ProductText::isSlug);
        Optional<String> image = body.optional("image", String.class,
                "a path of this site such as /images/product.svg", ProductText::isImage);
        Optional<Money> price = PRICE.required(body, "price");
        Optional<Money> originalPrice = PRICE.optional(body, "originalPrice");
        if (price.isPresent() && originalPrice.filter(was -> was.compareTo(price.get()) <= 0).isPresent()) {
            body.note("originalPrice", "NOT_ABOVE_PRICE", "originalPrice must be above price");
        }
        Optional<Integer> limit = limit(body);
        Optional<Sale> sale = body.optional("sale", Object.class, "an object", _ -> true)
                .flatMap(object -> body.element("sale", object))
                .flatMap(fields -> sale(fields, price));
        return name.isPresent() && description.isPresent() && category.isPresent() && price.isPresent()
                ? Optional.of(new ProductDescription(name.get(), description.get(), category.get(),
                        image.orElse(ANY_PRODUCT), price.get(), originalPrice, limit, sale))
                : Optional.empty();
    }

    private static Optional<Sale> sale(FieldReader sale, Optional<Money> usualPrice) {
        sale.refuseUnknown(SALE_FIELDS);
        Optional<String> id = sale.required("id", String.class,
                "1 to 64 letters, digits, dots, hyphens or underscores", text -> text.matches("[A-Za-z0-9._-]{1,64}"));
        Optional<Instant> startsAt = moment(sale, "startsAt");
        Optional<Instant> endsAt = moment(sale, "endsAt");
        Optional<Money> price = PRICE.required(sale, "price");
        Optional<Long> units = sale.required("units", Long.class, "a whole number from 1 to " + MAX_UNITS,
                number -> number >= 1 && number <= MAX_UNITS);
        Optional<Integer> limit = limit(sale);
        if (startsAt.isPresent() && endsAt.isPresent() && !startsAt.get().isBefore(endsAt.get())) {
            sale.note("sale.endsAt", "NOT_AFTER_START", "sale.endsAt must be after sale.startsAt");
            return Optional.empty();
        }
        if (price.isPresent() && usualPrice.filter(usual -> price.get().compareTo(usual) > 0).isPresent()) {
            sale.note("sale.price", "ABOVE_PRICE", "sale.price must not be above price");
        }
        return id.isPresent() && startsAt.isPresent() && endsAt.isPresent() && price.isPresent() && units.isPresent()
                ? Optional.of(new Sale(id.get(), startsAt.get(), endsAt.get(), price.get(), units.get(), limit))
                : Optional.empty();
    }

    private static Optional<Integer> limit(FieldReader fields) {
        return fields.optional("limitPerCustomer", Long.class, "a whole number from 1 to " + MAX_LIMIT,
                number -> number >= 1 && number <= MAX_LIMIT).map(Long::intValue);
    }

    private static Optional<Instant> moment(FieldReader fields, String name) {
        return fields.required(name, String.class, "a time such as 2026-12-01T09:00:00Z",
                text -> moment(text).isPresent()).flatMap(ProductDescriptionReader::moment);
    }

    /// In whole milliseconds, as it is kept.
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS))
                    .filter(moment -> !moment.isBefore(FIRST) && moment.isBefore(LAST));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
