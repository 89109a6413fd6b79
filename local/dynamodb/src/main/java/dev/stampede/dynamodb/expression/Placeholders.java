package dev.stampede.dynamodb.expression;

import static java.util.Objects.requireNonNull;

import dev.stampede.dynamodb.expression.Path.Step;
import dev.stampede.dynamodb.expression.Syntax.Part;
import dev.stampede.dynamodb.expression.Syntax.Term;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request's names and values, and which of them its expressions have used.
final class Placeholders {

    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final Set<String> unusedNames;
    private final Set<String> unusedValues;

    /// @param names  by placeholders, such as `#name`
    /// @param values by placeholders, such as `:value`
    Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
        this.unusedNames = new LinkedHashSet<>(names.keySet());
        this.unusedValues = new LinkedHashSet<>(values.keySet());
    }

    /// Takes a placeholder for used.
    ///
    /// @throws DynamoDbException when it stands for nothing
    void use(String placeholder) {
        if (Syntax.isPlaceholder(placeholder)) {
            if (!names.containsKey(placeholder)) {
                throw DynamoDbException.validation("An expression attribute name used in the document path is not"
                        + " defined; attribute name: " + placeholder);
            }
            unusedNames.remove(placeholder);
        } else {
            if (!values.containsKey(placeholder)) {
                throw DynamoDbException.validation("An expression attribute value used in expression is not defined;"
                        + " attribute value: " + placeholder);
            }
            unusedValues.remove(placeholder);
        }
    }

    /// @param place whose placeholders are used
    Path path(Term.Place place) {
        List<Part> parts = place.parts();
        String attribute = name((Part.Name) parts.getFirst());
        if (parts.size() == 1) {
            return Path.of(attribute);
        }
        List<Step> steps = new ArrayList<>(parts.size() - 1);
        for (Part part : parts.subList(1, parts.size())) {
            steps.add(
                    switch (part) {
                        case Part.Name name -> new Step.Key(name(name));
                        case Part.Index(int index) -> new Step.Index(index);
                    });
        }
        return new Path(attribute, steps);
    }

    private String name(Part.Name part) {
        return Syntax.isPlaceholder(part.text()) ? requireNonNull(names.get(part.text()), part.text()) : part.text();
    }

    /// @param value whose placeholder is used
    AttributeValue value(Term.Value value) {
        return requireNonNull(values.get(value.placeholder()), value.placeholder());
    }

    void requireAllUsed() {
        requireNone(unusedNames, "ExpressionAttributeNames");
        requireNone(unusedValues, "ExpressionAttributeValues");
    }

    private static void requireNone(Set<String> unused, String member) {
        if (!unused.isEmpty()) {
            throw DynamoDbException.validation("Value provided in " + member + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }
}
