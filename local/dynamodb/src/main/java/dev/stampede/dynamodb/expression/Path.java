package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.M;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a value lies in an item: the name of an attribute, then keys of maps and indexes of lists.
public record Path(String attribute, List<Step> steps) implements Operand {

    public sealed interface Step {
        record Key(String name) implements Step {
            @Override
            public String toString() {
                return name;
            }
        }

        record Index(int index) implements Step, Comparable<Index> {
            @Override
            public int compareTo(Index other) {
                return Integer.compare(index, other.index);
            }

            @Override
            public String toString() {
                return "[" + index + "]";
            }
        }
    }

    public static Path of(String attribute) {
        return new Path(attribute, List.of());
    }

    public boolean isNested() {
        return !steps.isEmpty();
    }

    public Optional<AttributeValue> get(Map<String, AttributeValue> item) {
        return Optional.ofNullable(in(item));
    }

    @Override
    public @Nullable AttributeValue in(Map<String, AttributeValue> item) {
        AttributeValue value = item.get(attribute);
        for (int i = 0; i < steps.size() && value != null; i++) {
            value = child(value, steps.get(i));
        }
        return value;
    }

    @Override
    public void paths(Consumer<Path> found) {
        found.accept(this);
    }

    @Override
    public @Nullable String knownType() {
        return null;
    }

    /// @return null when there is none
    static @Nullable AttributeValue child(@Nullable AttributeValue parent, Step step) {
        return switch (step) {
            case Step.Key(String name) -> parent instanceof M(var map) ? map.get(name) : null;
            case Step.Index(int index) -> parent instanceof L(var list) && index < list.size() ? list.get(index) : null;
        };
    }

    /// The path as messages write it, such as `[a, [1], b]`.
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "[", "]").add(attribute);
        steps.forEach(step -> text.add(step.toString()));
        return text.toString();
    }
}
