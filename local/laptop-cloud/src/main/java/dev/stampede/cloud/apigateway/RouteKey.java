package dev.stampede.cloud.apigateway;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `GET /products/{id}`, `ANY /{proxy+}` or `$default`
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html).
record RouteKey(String text, String method, List<String> segments) {

    /// The most specific path first, then the route that names the method before ANY, then the default route.
    static final Comparator<RouteKey> MOST_SPECIFIC_FIRST = Comparator
            .comparing(RouteKey::isDefault)
            .thenComparing(key -> key.segments.stream().map(RouteKey::rank).toList(), RouteKey::compareRanks)
            .thenComparing(RouteKey::anyMethod);

    static RouteKey parse(String text) {
        if (text.equals("$default")) {
            return new RouteKey(text, "ANY", List.of());
        }
        String[] parts = text.split(" ", 2);
        return new RouteKey(text, parts[0], segments(parts[1]));
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    boolean isDefault() {
        return text.equals("$default");
    }

    private boolean anyMethod() {
        return method.equals("ANY");
    }

    /// The path with its variables, such as `/products/{id}`.
    String path() {
        return "/" + String.join("/", segments);
    }

    /// The path's variables when this route is for such a request.
    Optional<Map<String, String>> match(String requestMethod, List<String> path) {
        if (isDefault()) {
            return Optional.of(Map.of());
        }
        if (!anyMethod() && !method.equals(requestMethod)) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String given = i < path.size() ? path.get(i) : null;
            switch (rank(segment)) {
                case GREEDY -> {
                    String rest = String.join("/", path.subList(Math.min(i, path.size()), path.size()));
                    if (rest.isEmpty()) {
                        return Optional.empty();
                    }
                    variables.put(segment.substring(1, segment.length() - 2), rest);
                    return Optional.of(variables);
                }
                case VARIABLE -> {
                    if (given == null || given.isEmpty()) {
                        return Optional.empty();
                    }
                    variables.put(segment.substring(1, segment.length() - 1), given);
                }
                case LITERAL -> {
                    if (!segment.equals(given)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return path.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    private enum Rank {
        LITERAL, VARIABLE, GREEDY
    }

    private static Rank rank(String segment) {
        if (!segment.startsWith("{")) {
            return Rank.LITERAL;
        }
        return segment.endsWith("+}") ? Rank.GREEDY : Rank.VARIABLE;
    }

    private static int compareRanks(List<Rank> one, List<Rank> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return other.size() - one.size();
    }
}
