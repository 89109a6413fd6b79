package dev.stampede.dynamodb.expression;

import static java.util.Objects.requireNonNull;

import dev.stampede.dynamodb.expression.Path.Step;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.M;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Places in an item, put together by what they have in common, with something at each. No place lies in another.
final class PathTree<T> {

    private final Map<Step, PathTree<T>> children = new LinkedHashMap<>();
    /// The first path that led through here.
    private final @Nullable Path first;

    private @Nullable T leaf;

    /// @param first null at the root
    private PathTree(@Nullable Path first) {
        this.first = first;
    }

    /// @throws DynamoDbException when a path lies in another, or one asks for a key and the other for an index of the
    /// same
    static <T> PathTree<T> of(List<Map.Entry<Path, T>> leaves) {
        PathTree<T> root = new PathTree<>(null);
        DynamoDbException conflict = null;
        for (var entry : leaves) {
            DynamoDbException found = root.add(entry.getKey(), entry.getValue());
            conflict = conflict == null ? found : conflict;
        }
        if (conflict != null) {
            throw conflict;
        }
        return root;
    }

    /// @return the conflict with another path, which is told only when none overlap; null when there is none
    private @Nullable DynamoDbException add(Path path, T what) {
        DynamoDbException conflict = null;
        PathTree<T> node = child(new Step.Key(path.attribute()), path);
        for (Step step : path.steps()) {
            if (node.leaf != null) {
                throw clash("overlap", node.first, path);
            }
            for (Step other : node.children.keySet()) {
                if (conflict == null && other.getClass() != step.getClass()) {
                    conflict = clash("conflict", requireNonNull(node.children.get(other)).first, path);
                }
            }
            node = node.child(step, path);
        }
        if (node.leaf != null || !node.children.isEmpty()) {
            throw clash("overlap", node.first, path);
        }
        node.leaf = what;
        return conflict;
    }

    private PathTree<T> child(Step step, Path path) {
        return children.computeIfAbsent(step, _ -> new PathTree<>(path));
    }

    private static DynamoDbException clash(String how, @Nullable Path one, Path two) {
        return DynamoDbException
                .validation("Two document paths " + how + " with each other; must remove or rewrite one of"
                        + " these paths; path one: " + one + ", path two: " + two);
    }

    boolean isLeaf() {
        return leaf != null;
    }

    /// @return null when it is no leaf
    @Nullable
    T leaf() {
        return leaf;
    }

    Map<Step, PathTree<T>> children() {
        return children;
    }

    /// The indexes among what lies right below, in their order.
    List<Step.Index> indexes() {
        return children.keySet().stream()
                .filter(Step.Index.class::isInstance)
                .map(Step.Index.class::cast)
                .sorted()
                .toList();
    }

    /// What an item has at these places. Elements of a list move together, in their order.
    Map<String, AttributeValue> project(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> found = new LinkedHashMap<>();
        children.forEach((step, child) -> {
            if (step instanceof Step.Key(String name)) {
                AttributeValue value = child.project(item.get(name));
                if (value != null) {
                    found.put(name, value);
                }
            }
        });
        return found;
    }

    /// @return null when nothing of it is at these places
    private @Nullable AttributeValue project(@Nullable AttributeValue value) {
        if (leaf != null) {
            return value;
        }
        return switch (value) {
            case M(var map) -> {
                Map<String, AttributeValue> found = project(map);
                yield found.isEmpty() ? null : new M(found);
            }
            case L(var list) -> {
                List<AttributeValue> found = new ArrayList<>();
                for (Step.Index index : indexes()) {
                    AttributeValue element = index.index() < list.size()
                            ? requireNonNull(children.get(index)).project(list.get(index.index()))
                            : null;
                    if (element != null) {
                        found.add(element);
                    }
                }
                yield found.isEmpty() ? null : new L(found);
            }
            case null, default -> null;
        };
    }
}
