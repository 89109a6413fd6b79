package dev.stampede.load.endpoints;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/// What anyone may look at. Products are read by the session's `product`.
public final class Catalogue {

    public static final String PRODUCT = "product";

    private Catalogue() {}

    public static HttpRequestActionBuilder health() {
        return Seen.noted(http("health").get("/api/health"))
                .check(status().is(200), jsonPath("$.success").ofBoolean().is(true));
    }

    public static HttpRequestActionBuilder products() {
        return Seen.noted(http("list products").get("/api/products"))
                .check(status().is(200), jsonPath("$.data[*].id").exists());
    }

    /// Also picks the first product that is in stock, for who has none yet.
    public static HttpRequestActionBuilder productsToChooseFrom() {
        return products().check(jsonPath("$.data[?(@.stock > 0)].id").exists().saveAs(PRODUCT));
    }

    public static HttpRequestActionBuilder product() {
        return Seen.noted(http("one product").get("/api/products/#{" + PRODUCT + "}"))
                .check(
                        status().is(200),
                        jsonPath("$.data.id").isEL("#{" + PRODUCT + "}"),
                        jsonPath("$.data.price").ofDouble().gt(0.0));
    }

    public static HttpRequestActionBuilder unknownProduct() {
        return Seen.noted(http("unknown product").get("/api/products/no-such-product"))
                .check(status().is(404), jsonPath("$.error.code").exists());
    }

    public static HttpRequestActionBuilder categories() {
        return Seen.noted(http("categories").get("/api/categories"))
                .check(status().is(200), jsonPath("$.data[*].id").exists());
    }
}
