package dev.stampede.dynamodb.api;

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
import java.util.List;
import java.util.regex.Pattern;

/// The shapes that requests of several operations share, and the words in which they are written.
final class Shapes {

    static final int ANY = Integer.MAX_VALUE;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");

    static final Text TEXT = text(0, ANY);
    /// The name of a table or an index.
    static final Text RESOURCE_NAME = new Text(3, 255, NAME, List.of());
    static final Flag FLAG = new Flag();
    static final TableName TABLE = new TableName(false);
    static final Text ATTRIBUTE_NAME = text(0, 65535);

    static final Value VALUE = new Value();
    static final Entries ATTRIBUTES = entries(ATTRIBUTE_NAME, "AttributeValue", VALUE);
    static final Entries EXPRESSION_NAMES = entries(TEXT, "java.lang.String", ATTRIBUTE_NAME);
    static final Entries EXPRESSION_VALUES = entries(TEXT, "AttributeValue", VALUE);
    static final Items ATTRIBUTES_TO_GET = items(ATTRIBUTE_NAME, 1, 255);

    static final Text RETURN_CONSUMED_CAPACITY = oneOf("INDEXES", "TOTAL", "NONE");
    static final Text RETURN_METRICS = oneOf("SIZE", "NONE");
    static final Text RETURN_ON_FAILURE = oneOf("ALL_OLD", "NONE");
    static final Text CONDITIONAL_OPERATOR = oneOf("OR", "AND");
    static final Text COMPARISON_OPERATOR = oneOf(
            "IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE",
            "CONTAINS");

    /// What a value is made of, for requests that are refused anyway: see [Requests#checkValues].
    static final Structure ATTRIBUTE_VALUE = new Structure(
            "AttributeValue",
            List.of(
                    optional("S", TEXT),
                    optional("N", TEXT),
                    optional("B", new Blob()),
                    optional("BOOL", FLAG),
                    optional("NULL", FLAG),
                    optional("SS", items(TEXT, 0, ANY)),
                    optional("NS", items(TEXT, 0, ANY)),
                    optional("BS", items(new Blob(), 0, ANY)),
                    optional("L", items(VALUE, 0, ANY)),
                    optional("M", entries(TEXT, "AttributeValue", VALUE))));

    private Shapes() {}

    static Text text(int min, int max) {
        return new Text(min, max, null, List.of());
    }

    static Text oneOf(String... values) {
        return new Text(0, ANY, null, List.of(values));
    }

    static Whole whole(long min, long max) {
        return new Whole("Integer", min, max);
    }

    static Items items(Shape member, int min, int max) {
        return new Items(member, min, max, false);
    }

    static Entries entries(Shape key, String type, Shape value) {
        return new Entries(key, type, value, 0, ANY, false);
    }

    static Structure structure(String type, Member... members) {
        return new Structure(type, List.of(members));
    }

    static Member required(String name, Shape shape) {
        return new Member(name, shape, true);
    }

    static Member optional(String name, Shape shape) {
        return new Member(name, shape, false);
    }
}
