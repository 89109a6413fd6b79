package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cli.contract.ApiContract;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Whether an answer is one that the contract has for a request: what is allowed is taken, or refused for a reason that
/// the operation names; what is forbidden is refused.
final class Judge {

    /// These say that a request is not as the schema wants it. To refuse one that is, another reason is needed.
    private static final Set<String> OF_SCHEMAS =
            Set.of("WRONG_TYPE", "INVALID_VALUE", "INVALID_FORMAT", "REQUIRED", "UNKNOWN_FIELD");
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 428);
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Z_]+)`");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiContract contract;

    Judge(ApiContract contract) {
        this.contract = contract;
    }

    /// What is wrong with an answer, in one line; the same for the same kind of fault.
    Optional<String> complaint(Drawn drawn, Response answer) {
        JsonNode body = json(answer.body());
        if (answer.status() >= 500) {
            return Optional.of("answered " + answer.status());
        }
        if (!drawn.allowed()) {
            return REFUSALS.contains(answer.status())
                    ? shape(drawn, answer, body)
                    : Optional.of("answered " + answer.status()
                            + " to what is forbidden" + code(body));
        }
        if (answer.status() < 400) {
            return shape(drawn, answer, body);
        }
        String code = body.at("/error/code").asText();
        Set<String> named = named(drawn, answer.status());
        if (!named.contains(code)) {
            return Optional.of("refused with " + answer.status() + code(body) + ", which the operation does not name");
        }
        return answer.status() == 400 ? unfounded(body, named) : shape(drawn, answer, body);
    }

    private static Optional<String> unfounded(JsonNode body, Set<String> named) {
        if (body.at("/error/details").isEmpty()) {
            return Optional.of("refused with 400" + code(body) + " though it is as the contract wants it");
        }
        for (JsonNode detail : body.at("/error/details")) {
            String code = detail.path("code").asText();
            if (OF_SCHEMAS.contains(code) || !named.contains(code)) {
                return Optional
                        .of("refused with 400 for " + detail.path("field").asText().replaceAll("\\[[0-9]+]", "[]")
                                + " " + code + " though it is as the contract wants it");
            }
        }
        return Optional.empty();
    }

    private Optional<String> shape(Drawn drawn, Response answer, JsonNode body) {
        return contract.complaint(drawn.operation().method(), drawn.operation().path(), answer.status(), body)
                .map(complaint -> "an answer " + answer.status() + " that is not as written: "
                        + complaint.lines().findFirst().orElse(""));
    }

    /// The codes that an operation names for a status.
    private Set<String> named(Drawn drawn, int status) {
        Set<String> codes = new TreeSet<>();
        NAMED.matcher(contract.response(drawn.operation(), status).path("description").asText()).results()
                .forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    private static String code(JsonNode body) {
        return " " + body.at("/error/code").asText();
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            return JSON.nullNode();
        }
    }
}
