package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which parts of an item are wanted. The parts keep their places in maps; elements of a list move together.
public record Projection(List<Path> paths) {

    public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        throw new UnsupportedOperationException("" + item);
    }

    public Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        paths.forEach(path -> names.add(path.attribute()));
        return names;
    }

    /// The names of the attributes of which it wants parts.
    public Set<String> nested() {
        Set<String> names = new LinkedHashSet<>();
        paths.stream().filter(Path::isNested).forEach(path -> names.add(path.attribute()));
        return names;
    }
}
