package dev.stampede.dynamodb.expression;

import java.util.Set;

/// The functions of expressions; their names are written in lower case.
final class Functions {

    static final String SIZE = "size";
    static final String IF_NOT_EXISTS = "if_not_exists";
    static final String LIST_APPEND = "list_append";

    static final Set<String> OF_UPDATES = Set.of(IF_NOT_EXISTS, LIST_APPEND);
    static final Set<String> OF_CONDITIONS =
            Set.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", SIZE);

    private Functions() {}

    static boolean contain(String name) {
        return OF_UPDATES.contains(name) || OF_CONDITIONS.contains(name);
    }

    /// How many arguments it takes.
    static int arity(String name) {
        return switch (name) {
            case "attribute_exists", "attribute_not_exists", SIZE -> 1;
            default -> 2;
        };
    }
}
