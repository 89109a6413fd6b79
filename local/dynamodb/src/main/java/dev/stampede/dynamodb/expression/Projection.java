package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which parts of an item are wanted. The parts keep their places in maps; elements of a list move together.
public final class Projection {

    private final List<Path> paths;
    private final PathTree<Path> tree;

    /// @throws dev.stampede.dynamodb.operation.DynamoDbException when one path lies in another
    public Projection(List<Path> paths) {
        this.paths = List.copyOf(paths);
        this.tree = PathTree.of(paths.stream().map(path -> Map.entry(path, path)).toList());
    }

    public List<Path> paths() {
        return paths;
    }

    public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        return tree.project(item);
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
