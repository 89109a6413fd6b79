package dev.stampede.dynamodb.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table may be called by its ARN as well.
final class Arns {

    private static final Pattern TABLE = Pattern.compile("arn:aws[a-z-]*:dynamodb:[^:]+:\\d+:table/([^/]+)");

    private Arns() {}

    /// @return the name of the table; what is not the ARN of one stays as it is
    static String table(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        Matcher arn = TABLE.matcher(nameOrArn);
        return arn.matches() ? arn.group(1) : nameOrArn;
    }

    /// @return what each table is given, by their names
    static ObjectNode tables(ObjectNode map) {
        if (map.propertyStream().noneMatch(entry -> entry.getKey().startsWith("arn:"))) {
            return map;
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        map.properties().forEach(entry -> named.set(table(entry.getKey()), entry.getValue()));
        return named;
    }
}
