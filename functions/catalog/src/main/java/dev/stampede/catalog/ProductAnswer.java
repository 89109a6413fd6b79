package dev.stampede.catalog;

import dev.stampede.catalog.ChangeProduct.Result.Done;
import dev.stampede.catalog.ChangeProduct.Result.Exists;
import dev.stampede.catalog.ChangeProduct.Result.NotFound;
import dev.stampede.catalog.ChangeProduct.Result.Removed;
import dev.stampede.catalog.ChangeProduct.Result.SaleStarted;
import dev.stampede.catalog.ChangeProduct.Result.StaleVersion;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Product;
import java.time.Instant;
import java.util.List;

/// What the staff is told about a product that it changed, or could not change.
final class ProductAnswer {

    private ProductAnswer() {}

    /// @param status of an answer with a product
    static HttpResponse of(ChangeProduct.Result result, int status, String message, Instant now) {
        return switch (result) {
            case Done(Product product) -> described(product, status, message, now);
            case Removed _ -> HttpResponse.bodyless(204);
            case Exists _ -> HttpResponse.problem(409, "PRODUCT_EXISTS", "There is a product of this id already.",
                    List.of(new Detail("id", "PRODUCT_EXISTS", "choose another id, or change the product there is")));
            case StaleVersion(long version) -> HttpResponse.problem(412, "STALE_VERSION",
                    "The product was changed after you saw it. Nothing was changed.",
                    List.of(new Detail("If-Match", "STALE_VERSION", "the product's version is " + version + " now")));
            case SaleStarted _ -> HttpResponse.problem(409, "SALE_STARTED",
                    "The units of a sale cannot change once it has started. Nothing was changed.",
                    List.of(new Detail("sale.units", "SALE_STARTED", "give a sale with other units another id")));
            case NotFound _ -> notFound();
        };
    }

    /// With the version that the next change of it has to name.
    static HttpResponse described(Product product, int status, String message, Instant now) {
        return HttpResponse.success(status, message, DescribedView.of(product, now))
                .withHeader("etag", "\"" + product.version() + "\"");
    }

    static HttpResponse notFound() {
        return HttpResponse.problem(404, "PRODUCT_NOT_FOUND", "There is no such product.");
    }
}
