package dev.stampede.guestaccess;

import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.Uuid;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a guest without a receipt sends: an address, and the code where there is one.
///
/// @param code empty where none is asked for
record GuestRequest(String email, String code) {

    private static final int MAX_BYTES = 4 * 1024;
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");

    static RequestBody.Result<GuestRequest> forCode(HttpRequest request) {
        return RequestBody.read(request.body(), MAX_BYTES, Set.of("customerEmail"),
                body -> body.required("customerEmail", String.class, EmailAddress.IN_WORDS, EmailAddress::isValid)
                        .map(email -> new GuestRequest(email, "")));
    }

    static RequestBody.Result<GuestRequest> withCode(HttpRequest request) {
        return RequestBody.read(request.body(), MAX_BYTES, Set.of("customerEmail", "code"), body -> {
            Optional<String> email =
                    body.required("customerEmail", String.class, EmailAddress.IN_WORDS, EmailAddress::isValid);
            Optional<String> code =
                    body.required("code", String.class, "the eight digits of the mail", CODE.asMatchPredicate());
            return email.flatMap(address -> code.map(digits -> new GuestRequest(address, digits)));
        });
    }

    /// Whether a text can be the id of an order. What cannot is known to be none, so it need not be hidden.
    static boolean isOrderId(String text) {
        return Uuid.isValid(text);
    }

    static HttpResponse tooOften(Duration wait) {
        return HttpResponse.problem(429, "TOO_MANY_REQUESTS", "That was tried too often. Please come back later.")
                .withHeader("retry-after", String.valueOf(Math.max(1, wait.toSeconds())));
    }
}
