package dev.stampede.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The orders in which products can be listed; equals stand by their ids.
enum ProductSort {
    ID("id", offer -> new Place(0, "", offer.product().id())),
    PRICE("price", offer -> new Place(offer.price().minorUnits(), "", offer.product().id())),
    PRICE_DOWN("-price", offer -> new Place(-offer.price().minorUnits(), "", offer.product().id())),
    NAME("name", ProductSort::byName),
    NAME_DOWN("-name", ProductSort::byName, Place.TEXT_DOWN),
    /// The newest first.
    NEWEST("newest", offer -> new Place(-offer.product().createdAt().toEpochMilli(), "", offer.product().id())),
    OLDEST("-newest", offer -> new Place(offer.product().createdAt().toEpochMilli(), "", offer.product().id())),
    /// The greatest discount first.
    DISCOUNT("discount", offer -> new Place(-offer.discountPercent(), "", offer.product().id())),
    DISCOUNT_UP("-discount", offer -> new Place(offer.discountPercent(), "", offer.product().id()));

    private final String parameter;
    private final Function<ShownOffer, Place> place;
    private final Comparator<Place> order;

    ProductSort(String parameter, Function<ShownOffer, Place> place) {
        this(parameter, place, Place.UP);
    }

    ProductSort(String parameter, Function<ShownOffer, Place> place, Comparator<Place> order) {
        this.parameter = parameter;
        this.place = place;
        this.order = order;
    }

    static Optional<ProductSort> ofParameter(String text) {
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(text)).findFirst();
    }

    static String parameters() {
        return Arrays.stream(values()).map(sort -> sort.parameter).collect(Collectors.joining(", "));
    }

    Place placeOf(ShownOffer offer) {
        return place.apply(offer);
    }

    /// The order of the places of this sort.
    Comparator<Place> order() {
        return order;
    }

    private static Place byName(ShownOffer offer) {
        return new Place(0, Folded.of(offer.product().name()), offer.product().id());
    }
}
