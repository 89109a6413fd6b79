package dev.stampede.dynamodb.http;

import com.sun.net.httpserver.Headers;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A request has to be signed, as every client of the service signs it. Who signed it, and whether rightly, nobody
/// asks: there are no accounts here.
final class Authentication {

    private static final List<String> IN_HEADER = List.of("Credential", "Signature", "SignedHeaders");
    private static final List<String> IN_QUERY = List.of(
            "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date");

    private Authentication() {}

    /// @throws DynamoDbException when it is not signed, or not whole
    static void check(Headers headers, URI uri) {
        String authorization = headers.getFirst("Authorization");
        Map<String, String> query = parts(Objects.requireNonNullElse(uri.getRawQuery(), "").split("&"));
        boolean byQuery = query.containsKey("X-Amz-Algorithm");
        if (authorization != null && byQuery) {
            throw DynamoDbException.refused(
                    "InvalidSignatureException",
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
        }
        if (authorization == null ? !byQuery : !authorization.strip().startsWith("AWS4-")) {
            throw DynamoDbException.refused(
                    "MissingAuthenticationTokenException", "Request is missing Authentication Token");
        }
        String missing = byQuery ? missing(query) : missing(headers, authorization);
        if (!missing.isEmpty()) {
            throw DynamoDbException.refused("IncompleteSignatureException", missing);
        }
    }

    private static String missing(Map<String, String> query) {
        String missing = IN_QUERY.stream()
                .filter(each -> query.getOrDefault(each, "").isEmpty())
                .map(each -> "AWS query-string parameters must include '" + each + "'. ")
                .collect(Collectors.joining());
        return missing.isEmpty() ? missing : missing + "Re-examine the query-string parameters.";
    }

    private static String missing(Headers headers, String authorization) {
        Map<String, String> parts = parts(authorization.split("[, ]"));
        String missing = IN_HEADER.stream()
                .filter(each -> parts.getOrDefault(each, "").isEmpty())
                .map(each -> "Authorization header requires '" + each + "' parameter. ")
                .collect(Collectors.joining());
        if (!headers.containsKey("X-Amz-Date") && !headers.containsKey("Date")) {
            missing += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        }
        return missing.isEmpty() ? missing : missing + "Authorization=" + authorization;
    }

    private static Map<String, String> parts(String[] pairs) {
        Map<String, String> parts = new HashMap<>();
        for (String pair : pairs) {
            String[] both = pair.split("=", 2);
            parts.put(both[0], both.length < 2 ? "" : decoded(both[1]));
        }
        return parts;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
