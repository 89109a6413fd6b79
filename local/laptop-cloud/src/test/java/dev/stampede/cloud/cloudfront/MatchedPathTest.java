package dev.stampede.cloud.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// "CloudFront normalizes URI paths consistent with RFC 3986 and then matches the path with the correct cache behavior.
/// [...] Some characters are normalized and removed from the path, such as multiple slashes (//) or periods (..)"
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern).
class MatchedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /", "/api, /api", "/api/, /api/", "/api/products, /api/products", "/API/products, /API/products",
        "//api/products, /api/products", "/api///products//, /api/products/",
        "/assets/../api/products, /api/products", "/a/./b, /a/b", "/a/b/.., /a/", "/a/b/., /a/b/", "/../../api, /api",
        "/%61pi/products, /api/products", "/assets/%2e%2E/api, /api", "/%7Euser, /~user",
        "/api%2Fproducts, /api%2Fproducts", "/caf%C3%A9, /caf%C3%A9", "/%5B%60%7B, /%5B%60%7B", "/100%, /100%",
        "/%zz, /%zz"})
    void isComparedAsCloudFrontSays(String path, String compared) {
        assertThat(MatchedPath.of(path)).isEqualTo(compared);
    }
}
