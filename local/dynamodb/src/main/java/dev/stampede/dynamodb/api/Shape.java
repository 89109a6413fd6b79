package dev.stampede.dynamodb.api;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a part of a request has to look like.
sealed interface Shape {

    /// @param pattern null where any text will do
    /// @param values  the only ones there are, in the order in which the service prints them; none where any will do
    record Text(int min, int max, @Nullable Pattern pattern, List<String> values) implements Shape {}

    /// The name of a table, or its ARN, of which only the name is left.
    ///
    /// @param first whether its length is judged before all else, and alone, as in the operations on tables
    record TableName(boolean first) implements Shape {}

    /// @param type as the service calls it, `Integer` or `Long`
    record Whole(String type, long min, long max) implements Shape {}

    record Flag() implements Shape {}

    record Blob() implements Shape {}

    /// @param generic whether the service's own reader stumbles over its type, and says so
    record Items(Shape member, int min, int max, boolean generic) implements Shape {}

    /// @param key     what each key has to look like
    /// @param type    of the values, as the service prints it
    /// @param generic whether the service's own reader stumbles over its type, and says so
    record Entries(Shape key, String type, Shape value, int min, int max, boolean generic) implements Shape {}

    /// @param type as the service calls it
    record Structure(String type, List<Member> members) implements Shape {}

    record Member(String name, Shape shape, boolean required) {}

    /// A value of an attribute, which the operation that needs it reads.
    record Value() implements Shape {}
}
