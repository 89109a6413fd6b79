package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Path.Step;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.M;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes to an item. All of them see the item as it was before, so their order does not matter.
public final class Update {

    private final List<Action> actions;
    private final PathTree<Action> tree;

    /// @throws DynamoDbException when the path of one lies in that of another
    public Update(List<Action> actions) {
        this.actions = List.copyOf(actions);
        this.tree = tree(actions);
    }

    private static PathTree<Action> tree(List<Action> actions) {
        return PathTree.of(
                actions.stream().map(action -> Map.entry(action.path(), action)).toList());
    }

    public List<Action> actions() {
        return actions;
    }

    /// The item as it is afterwards; its argument stays as it is.
    ///
    /// @throws DynamoDbException when the item does not have what it takes
    public Map<String, AttributeValue> apply(Map<String, AttributeValue> item) {
        return new Rebuild(item).map(item, tree, 0);
    }

    /// The item that it makes where there was none: of its key, which it can read, and of what it sets. Removing from
    /// what is missing is no error then.
    ///
    /// @throws DynamoDbException when the key does not have what it takes
    public Map<String, AttributeValue> create(Map<String, AttributeValue> key) {
        return new Rebuild(key).map(key, tree(actions.stream().filter(Update::creates).toList()), 0);
    }

    /// The names of the attributes that it writes.
    public Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        actions.forEach(action -> names.add(action.path().attribute()));
        return names;
    }

    /// Of what type attributes will be, as far as it can be known without the item.
    public Map<String, String> knownTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        for (Action action : actions) {
            String type = switch (action) {
                case Action.Set(_, Operand value) -> value.knownType();
                case Action.Add(_, AttributeValue value, _) -> value.type();
                case Action.Remove _,Action.Delete _ -> null;
            };
            if (type != null && !action.path().isNested()) {
                types.put(action.path().attribute(), type);
            }
        }
        return types;
    }

    /// Tells of every path that it writes or reads.
    public void paths(Consumer<Path> found) {
        for (Action action : actions) {
            found.accept(action.path());
            if (action instanceof Action.Set(_, Operand value)) {
                value.paths(found);
            }
        }
    }

    /// The names of the attributes of which it reads or writes parts.
    public Set<String> nested() {
        Set<String> names = new LinkedHashSet<>();
        paths(path -> {
            if (path.isNested()) {
                names.add(path.attribute());
            }
        });
        return names;
    }

    /// Whether it makes an item where there is none: one that only removes does not.
    public boolean creates() {
        return actions.stream().anyMatch(Update::creates);
    }

    private static boolean creates(Action action) {
        return switch (action) {
            case Action.Set _,Action.Add _ -> true;
            case Action.Remove _,Action.Delete _ -> false;
        };
    }

    /// What `UPDATED_OLD` and `UPDATED_NEW` show of an item: the places that are written.
    public Map<String, AttributeValue> touched(Map<String, AttributeValue> item) {
        return tree.project(item);
    }

    /// @param item as it was before
    private record Rebuild(Map<String, AttributeValue> item) {

        Map<String, AttributeValue> map(Map<String, AttributeValue> old, PathTree<Action> edits, int depth) {
            Map<String, AttributeValue> rebuilt = new LinkedHashMap<>(old);
            edits.children().forEach((step, edit) -> {
                if (!(step instanceof Step.Key(String name))) {
                    throw invalidPath();
                }
                AttributeValue value = value(old.get(name), edit, depth);
                if (value == null) {
                    rebuilt.remove(name);
                } else {
                    rebuilt.put(name, value);
                }
            });
            return rebuilt;
        }

        /// Indexes are those before the update. What is set behind the end is appended.
        private List<AttributeValue> list(List<AttributeValue> old, PathTree<Action> edits, int depth) {
            if (edits.indexes().size() < edits.children().size()) {
                throw invalidPath();
            }
            List<AttributeValue> rebuilt = new ArrayList<>(old.size() + 1);
            int copied = 0;
            for (Step.Index index : edits.indexes()) {
                int at = Math.min(index.index(), old.size());
                rebuilt.addAll(old.subList(copied, at));
                copied = Math.min(at + 1, old.size());
                AttributeValue before = at < old.size() ? old.get(at) : null;
                AttributeValue value = value(before, Objects.requireNonNull(edits.children().get(index)), depth);
                if (value != null) {
                    rebuilt.add(value);
                }
            }
            rebuilt.addAll(old.subList(copied, old.size()));
            return rebuilt;
        }

        private @Nullable AttributeValue value(@Nullable AttributeValue old, PathTree<Action> edits, int depth) {
            Action action = edits.leaf();
            if (action != null) {
                AttributeValue value = action.result(item);
                Values.requireDepth(value, depth);
                return value;
            }
            return switch (old) {
                case M(var map) -> new M(map(map, edits, depth + 1));
                case L(var list) -> new L(list(list, edits, depth + 1));
                case null, default -> throw invalidPath();
            };
        }

        private static DynamoDbException invalidPath() {
            return DynamoDbException.validation(
                    "The document path provided in the update expression is invalid for update");
        }
    }
}
