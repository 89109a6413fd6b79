package dev.stampede.catalog;

import dev.stampede.catalog.ChangeProduct.Result.Contended;
import dev.stampede.catalog.ChangeProduct.Result.Created;
import dev.stampede.catalog.ChangeProduct.Result.Done;
import dev.stampede.catalog.ChangeProduct.Result.Exists;
import dev.stampede.catalog.ChangeProduct.Result.NotFound;
import dev.stampede.catalog.ChangeProduct.Result.Removed;
import dev.stampede.catalog.ChangeProduct.Result.SaleRefused;
import dev.stampede.catalog.ChangeProduct.Result.StaleVersion;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the staff is told about a product that it changed, or could not change.
final class ProductAnswer {

    private ProductAnswer() {}

    /// @param status of an answer with a product
    static HttpResponse of(ChangeProduct.Result result, int status, String message, Instant now) {
        return switch (result) {
            case Done(Product product) -> described(product, status, message, now);
            case Created(Product product, long left) -> {
                Map<String, Object> view = DescribedView.of(product, now);
                view.put("stock", left);
                yield HttpResponse.success(status, message, view).withHeader("etag", etag(product));
            }
            case Removed _ -> HttpResponse.bodyless(204);
            case Exists _ -> HttpResponse.problem(409, "PRODUCT_EXISTS", "There is a product of this id already.",
                    List.of(new Detail("id", "PRODUCT_EXISTS", "choose another id, or change the product there is")));
            case StaleVersion(long version) -> HttpResponse.problem(412, "STALE_VERSION",
                    "The product was changed after you saw it. Nothing was changed.",
                    List.of(new Detail("If-Match", "STALE_VERSION", "the product's version is " + version + " now")
                            .withValue(version)));
            case SaleRefused(SaleChange.Objection why) -> saleRefused(why);
            case NotFound _ -> notFound();
            case Contended _ -> HttpResponse.problem(503, "BUSY",
                    "Too many orders at once. Nothing was changed. Please try again.")
                    .withHeader("retry-after", "1");
        };
    }

    private static HttpResponse saleRefused(SaleChange.Objection why) {
        return switch (why) {
            case ID_USED -> started("sale.id", "a sale of this id has started before; give another sale another id");
            case UNITS_KEPT -> started("sale.units", "give a sale with other units another id");
            case START_KEPT -> started("sale.startsAt", "give a sale that starts again another id");
            case OVER -> started("sale.endsAt", "the sale is over; give the next one another id");
            case TOO_MANY_SALES -> HttpResponse.problem(409, "TOO_MANY_SALES",
                    "This product has had too many sales. Nothing was changed.",
                    List.of(new Detail("sale.id", "TOO_MANY_SALES",
                            "a product has " + SaleChange.MAX_SALES + " sales in its life at most")));
        };
    }

    private static HttpResponse started(String field, String message) {
        return HttpResponse.problem(409, "SALE_STARTED",
                "A sale that has started keeps its id, its units and its start. Nothing was changed.",
                List.of(new Detail(field, "SALE_STARTED", message)));
    }

    /// With the version that the next change of it has to name.
    static HttpResponse described(Product product, int status, String message, Instant now) {
        return HttpResponse.success(status, message, DescribedView.of(product, now))
                .withHeader("etag", etag(product));
    }

    private static String etag(Product product) {
        return "\"" + product.version() + "\"";
    }

    static HttpResponse notFound() {
        return HttpResponse.problem(404, "PRODUCT_NOT_FOUND", "There is no such product.");
    }
}
