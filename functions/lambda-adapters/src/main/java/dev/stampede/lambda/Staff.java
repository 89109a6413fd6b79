package dev.stampede.lambda;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The member of the staff who asks for something.
///
/// @param member the verified address, or the user's id where there is none
public record Staff(String member) {

    public Staff {
        Objects.requireNonNull(member, "member");
    }

    /// What the staff is answered; anybody else is told that they may not, and learns nothing more.
    public static HttpResponse only(HttpRequest request, Function<Staff, HttpResponse> answer) {
        Optional<Caller> caller = Caller.of(request.claims());
        if (caller.isEmpty()) {
            return HttpResponse.problem(401, "UNAUTHENTICATED", "Sign in first.");
        }
        if (!caller.get().admin()) {
            return HttpResponse.problem(403, "FORBIDDEN", "Only the shop's staff may do this.");
        }
        return answer.apply(new Staff(caller.get().verifiedEmail().orElse(caller.get().subject())));
    }
}
