package dev.stampede.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The orders in which products can be listed; equals stand by their ids.
enum ProductSort {
    ID("id", offer -> new Place(0, "", offer.product().id())),
    PRICE("price", offer -> new Place(offer.price().minorUnits(), "", offer.product().id())),
    PRICE_DOWN("-price", offer -> new Place(-offer.price().minorUnits(), "", offer.product().id())),
    NAME("name", offer -> new Place(0, offer.product().name().toLowerCase(Locale.ROOT), offer.product().id())),
    /// The greatest discount first.
    DISCOUNT("discount", offer -> new Place(-offer.discountPercent(), "", offer.product().id()));

    private final String parameter;
    private final Function<Offer, Place> place;

    ProductSort(String parameter, Function<Offer, Place> place) {
        this.parameter = parameter;
        this.place = place;
    }

    static Optional<ProductSort> ofParameter(String text) {
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(text)).findFirst();
    }

    static String parameters() {
        return Arrays.stream(values()).map(sort -> sort.parameter).collect(Collectors.joining(", "));
    }

    Place placeOf(Offer offer) {
        return place.apply(offer);
    }
}
