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

    /// Who asks; anybody else is told that they may not, and learns nothing more.
    public sealed interface Gate {
        record Open(Staff staff) implements Gate {}

        /// @param problem 401 or 403
        record Closed(HttpResponse problem) implements Gate {}
    }

    public static Gate gate(HttpRequest request) {
        Optional<Caller> caller = Caller.of(request.claims());
        if (caller.isEmpty()) {
            return new Gate.Closed(HttpResponse.problem(401, "UNAUTHENTICATED", "Sign in first."));
        }
        if (!caller.get().admin()) {
            return new Gate.Closed(HttpResponse.problem(403, "FORBIDDEN", "Only the shop's staff may do this."));
        }
        return new Gate.Open(new Staff(caller.get().verifiedEmail().orElse(caller.get().subject())));
    }

    /// @param answer what the staff is answered
    public static HttpResponse only(HttpRequest request, Function<Staff, HttpResponse> answer) {
        return switch (gate(request)) {
            case Gate.Open(Staff staff) -> answer.apply(staff);
            case Gate.Closed(HttpResponse problem) -> problem;
        };
    }
}
