package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A condition on an item. A value of a type that it does not expect makes it false, never an error: what can be known
/// to be wrong is refused when the expression is read.
public sealed interface Condition {

    boolean test(Map<String, AttributeValue> item);

    /// Tells of every path in it, from the left.
    void paths(Consumer<Path> found);

    /// The names of the attributes that it looks at.
    default Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        paths(path -> names.add(path.attribute()));
        return names;
    }

    /// The names of the attributes into which it looks, such as `a` in `a.b = :v`.
    default Set<String> nested() {
        Set<String> names = new LinkedHashSet<>();
        paths(path -> {
            if (path.isNested()) {
                names.add(path.attribute());
            }
        });
        return names;
    }

    record And(List<Condition> all) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            for (Condition each : all) {
                if (!each.test(item)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void paths(Consumer<Path> found) {
            all.forEach(each -> each.paths(found));
        }
    }

    record Or(List<Condition> any) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            for (Condition each : any) {
                if (each.test(item)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void paths(Consumer<Path> found) {
            any.forEach(each -> each.paths(found));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            return !condition.test(item);
        }

        @Override
        public void paths(Consumer<Path> found) {
            condition.paths(found);
        }
    }

    record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            AttributeValue one = left.in(item);
            AttributeValue other = right.in(item);
            // What has no size differs from nothing, either.
            boolean sizeless =
                    one == null && left instanceof Operand.Size || other == null && right instanceof Operand.Size;
            return !sizeless && comparator.test(one, other);
        }

        @Override
        public void paths(Consumer<Path> found) {
            left.paths(found);
            right.paths(found);
        }
    }

    record Between(Operand operand, Operand lower, Operand upper) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            AttributeValue value = operand.in(item);
            return Comparator.GE.test(value, lower.in(item)) && Comparator.LE.test(value, upper.in(item));
        }

        @Override
        public void paths(Consumer<Path> found) {
            operand.paths(found);
            lower.paths(found);
            upper.paths(found);
        }
    }

    record In(Operand operand, List<Operand> values) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            AttributeValue value = operand.in(item);
            for (Operand each : values) {
                if (Comparator.EQ.test(value, each.in(item))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void paths(Consumer<Path> found) {
            operand.paths(found);
            values.forEach(each -> each.paths(found));
        }
    }

    /// `attribute_exists`
    record Exists(Path path) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            return path.in(item) != null;
        }

        @Override
        public void paths(Consumer<Path> found) {
            found.accept(path);
        }
    }

    /// `attribute_not_exists`
    record NotExists(Path path) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            return path.in(item) == null;
        }

        @Override
        public void paths(Consumer<Path> found) {
            found.accept(path);
        }
    }

    /// `attribute_type`
    record HasType(Operand operand, String type) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            AttributeValue value = operand.in(item);
            return value != null && value.type().equals(type);
        }

        @Override
        public void paths(Consumer<Path> found) {
            operand.paths(found);
        }
    }

    /// `begins_with`
    record BeginsWith(Operand operand, Operand prefix) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            return Values.beginsWith(operand.in(item), prefix.in(item));
        }

        @Override
        public void paths(Consumer<Path> found) {
            operand.paths(found);
            prefix.paths(found);
        }
    }

    /// `contains`: a part of a text or of binary, an element of a set or of a list.
    record Contains(Operand operand, Operand part) implements Condition {
        @Override
        public boolean test(Map<String, AttributeValue> item) {
            return Values.contains(operand.in(item), part.in(item));
        }

        @Override
        public void paths(Consumer<Path> found) {
            operand.paths(found);
            part.paths(found);
        }
    }
}
