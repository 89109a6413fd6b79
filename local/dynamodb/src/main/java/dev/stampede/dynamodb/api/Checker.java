package dev.stampede.dynamodb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stampede.dynamodb.api.Shape.Blob;
import dev.stampede.dynamodb.api.Shape.Entries;
import dev.stampede.dynamodb.api.Shape.Flag;
import dev.stampede.dynamodb.api.Shape.Items;
import dev.stampede.dynamodb.api.Shape.Member;
import dev.stampede.dynamodb.api.Shape.Structure;
import dev.stampede.dynamodb.api.Shape.TableName;
import dev.stampede.dynamodb.api.Shape.Text;
import dev.stampede.dynamodb.api.Shape.Value;
import dev.stampede.dynamodb.api.Shape.Whole;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks one request. A wrong type ends the walk; what breaks constraints is gathered.
final class Checker {

    /// Values deeper than this are refused by whoever reads them.
    private static final int DEEPEST = 32;

    private final boolean values;
    private final Violations violations = new Violations();
    private int depth;

    /// @param values whether it looks into the values of attributes
    Checker(boolean values) {
        this.values = values;
    }

    /// @return whether nothing breaks a constraint
    boolean holds(Structure shape, ObjectNode request) {
        members(shape, request, null);
        return violations.isEmpty();
    }

    /// @throws DynamoDbException for what [#holds] found
    void refuse() {
        violations.refuse();
    }

    private void members(Structure shape, ObjectNode json, @Nullable Path path) {
        for (Member member : shape.members()) {
            JsonNode node = json.get(member.name());
            if (node != null && node.isNull()) {
                json.remove(member.name());
                node = null;
            }
            if (node != null) {
                JsonNode read = read(member.shape(), node, new Path(path, member.name(), false), false);
                if (read != node) {
                    json.set(member.name(), read);
                }
            } else if (member.required()) {
                violations.add(new Path(path, member.name(), false), null, "Member must not be null");
            } else if (member.shape() instanceof TableName(boolean first) && first) {
                violations.alone("The parameter 'TableName' is required but was not present in the request");
            }
        }
    }

    /// @param inside whether it is in a list or a map, and not a member of a structure
    /// @return what is to stand in its place, usually itself
    private JsonNode read(Shape shape, JsonNode node, Path path, boolean inside) {
        return switch (shape) {
            case Text text -> {
                Types.text(node);
                if (!inside) {
                    violations.check(path, node, text);
                }
                yield node;
            }
            case TableName name -> tableName(name, node, path);
            case Whole whole -> {
                JsonNode number = Types.whole(whole.type(), node);
                violations.check(path, number, whole);
                yield number;
            }
            case Flag() -> Types.flag(node);
            case Blob() -> Types.blob(node);
            case Items items -> list(items, node, path, inside);
            case Entries entries -> map(entries, node, path);
            case Structure structure -> {
                Types.structure(structure.type(), node, inside);
                members(structure, (ObjectNode) node, path);
                yield node;
            }
            case Value() -> value(node, path, inside);
        };
    }

    private JsonNode tableName(TableName shape, JsonNode node, Path path) {
        Types.text(node);
        String name = Arns.table(node.textValue());
        if (!shape.first()) {
            violations.check(path, node, name, Shapes.RESOURCE_NAME);
        } else if (name.length() < 3 || name.length() > 255) {
            violations.alone("TableName must be at least 3 characters long and at most 255 characters long");
        } else {
            violations.check(path, node, name, Shapes.RESOURCE_NAME);
        }
        return name.equals(node.textValue()) ? node : TextNode.valueOf(name);
    }

    private JsonNode list(Items shape, JsonNode node, Path path, boolean inside) {
        Types.list(node, shape.generic());
        ArrayNode array = (ArrayNode) node;
        // The lengths of lists that are the values of a map are judged with the map.
        if (!inside) {
            violations.check(path, node, shape);
        }
        if (shape.member() instanceof Value && !values) {
            return node;
        }
        for (int i = 0; i < array.size(); i++) {
            Path at = new Path(path, i + 1, true);
            JsonNode each = array.get(i);
            if (each.isNull()) {
                violations.add(at, null, "Member must not be null");
            } else {
                JsonNode read = read(shape.member(), each, at, true);
                if (read != each) {
                    array.set(i, read);
                }
            }
        }
        if (shape.member() instanceof Text text) {
            violations.checkMembers(path, node, text);
        }
        return node;
    }

    private JsonNode map(Entries shape, JsonNode node, Path path) {
        Types.map(shape.type(), node, shape.generic());
        JsonNode map = shape.key() == Shapes.RESOURCE_NAME ? Arns.tables((ObjectNode) node) : node;
        violations.check(path, map, shape);
        if (shape.value() instanceof Value && !values) {
            return map;
        }
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            Path at = new Path(path, entry.getKey(), true);
            JsonNode each = entry.getValue();
            if (!each.isNull()) {
                JsonNode read = read(shape.value(), each, at, true);
                if (read != each) {
                    entry.setValue(read);
                }
            } else if (!(shape.value() instanceof Value)) {
                violations.add(at, null, "Member must not be null");
            }
        }
        return map;
    }

    private JsonNode value(JsonNode node, Path path, boolean inside) {
        if (values && depth < DEEPEST) {
            Types.structure("AttributeValue", node, inside);
            depth++;
            members(Shapes.ATTRIBUTE_VALUE, (ObjectNode) node, path);
            depth--;
        }
        return node;
    }
}
