package dev.stampede.catalog;

import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header `If-Match` with the version of a product that somebody saw: what they change is what they saw, or
/// nothing.
final class Precondition {

    /// Whoever compresses an answer on its way, as CloudFront does, makes its tag a weak one: the version is the same.
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Precondition() {}

    /// What is answered where the header names a version; else 428 or 400. `*` and lists name none.
    static HttpResponse version(HttpRequest request, LongFunction<HttpResponse> answer) {
        if (request.header("If-Match").isEmpty()) {
            return HttpResponse.problem(428, "PRECONDITION_REQUIRED",
                    "If-Match must say which version of the product you saw, so that nobody's change is lost.");
        }
        Matcher version = VERSION.matcher(request.header("If-Match").orElseThrow());
        return version.matches()
                ? answer.apply(Long.parseLong(version.group(1)))
                : HttpResponse.problem(400, "VALIDATION_FAILED", "A header is not right.",
                        List.of(new Detail("If-Match",
                                "INVALID_FORMAT",
                                "If-Match must be the product's version in double quotes, such as \"1\"")));
    }
}
