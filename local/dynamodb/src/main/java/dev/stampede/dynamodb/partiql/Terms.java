package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.expression.Computed;
import dev.stampede.dynamodb.expression.Operand;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.expression.Path.Step;
import dev.stampede.dynamodb.partiql.Token.Kind;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.B;
import dev.stampede.dynamodb.value.AttributeValue.BS;
import dev.stampede.dynamodb.value.AttributeValue.Bool;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.M;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.NS;
import dev.stampede.dynamodb.value.AttributeValue.Null;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.dynamodb.value.AttributeValue.SS;
import dev.stampede.dynamodb.value.ByteString;
import dev.stampede.dynamodb.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what has a value: literals, parameters, paths, sums.
final class Terms {

    private final Tokens tokens;
    private final Iterator<AttributeValue> parameters;

    Terms(Tokens tokens, Iterator<AttributeValue> parameters) {
        this.tokens = tokens;
        this.parameters = parameters;
    }

    Operand operand() {
        Operand left = simple();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            boolean plus = tokens.next().is("+");
            Operand right = simple();
            left = plus ? new Computed.Sum(left, right) : new Computed.Difference(left, right);
        }
        return left;
    }

    private Operand simple() {
        if (tokens.peek(1).is("(") && tokens.peek().kind() == Kind.WORD) {
            return function();
        }
        return isPath() ? path() : new Operand.Literal(value());
    }

    private Operand function() {
        String name = tokens.next().text().toLowerCase(java.util.Locale.ROOT);
        tokens.expect("(");
        Operand operand = switch (name) {
            case "size" -> new Operand.Size(path());
            case "list_append" -> {
                Operand first = operand();
                tokens.expect(",");
                yield new Computed.ListAppend(first, operand());
            }
            case "if_not_exists" -> {
                Path path = path();
                tokens.expect(",");
                yield new Computed.IfNotExists(path, operand());
            }
            default -> throw Token.refused("there is no function " + name + " here");
        };
        tokens.expect(")");
        return operand;
    }

    private boolean isPath() {
        Token token = tokens.peek();
        return token.kind() == Kind.NAME
                || token.kind() == Kind.WORD && !token.is("true") && !token.is("false") && !token.is("null");
    }

    Path path() {
        String attribute = tokens.name();
        List<Step> steps = new ArrayList<>();
        while (true) {
            if (tokens.skip(".")) {
                steps.add(new Step.Key(tokens.name()));
            } else if (tokens.peek().is("[")) {
                tokens.next();
                Token step = tokens.next();
                steps.add(switch (step.kind()) {
                    case NUMBER -> new Step.Index(index(step.text()));
                    case TEXT -> new Step.Key(step.text());
                    case WORD, NAME, SIGN, END -> throw Token.refused("an index expected at '" + step.text() + "'");
                });
                tokens.expect("]");
            } else {
                return new Path(attribute, steps);
            }
        }
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Token.refused("the list index " + text + " is out of range");
        }
    }

    AttributeValue value() {
        tokens.deeper();
        Token token = tokens.next();
        AttributeValue value = switch (token.kind()) {
            case TEXT -> new S(token.text());
            case NUMBER -> new N(Numbers.parse(token.text()));
            case WORD -> switch (token.upper()) {
                case "TRUE" -> new Bool(true);
                case "FALSE" -> new Bool(false);
                case "NULL" -> new Null();
                default -> throw Token.refused("a value expected at '" + token.text() + "'");
            };
            case SIGN -> switch (token.text()) {
                case "?" -> parameter();
                case "-" -> new N(Numbers.parse("-" + tokens.next().text()));
                case "+" -> new N(Numbers.parse(tokens.next().text()));
                case "[" -> new L(list("]"));
                case "{" -> new M(map());
                case "<<" -> set(list(">>"));
                default -> throw Token.refused("a value expected at '" + token.text() + "'");
            };
            case NAME, END -> throw Token.refused("a value expected at '" + token.text() + "'");
        };
        tokens.shallower();
        return value;
    }

    private AttributeValue parameter() {
        if (!parameters.hasNext()) {
            throw dev.stampede.dynamodb.operation.DynamoDbException.validation(
                    "Number of parameters in request and statement don't match.");
        }
        return parameters.next();
    }

    List<AttributeValue> list(String end) {
        List<AttributeValue> list = new ArrayList<>();
        if (!tokens.skip(end)) {
            do {
                list.add(value());
            } while (tokens.skip(","));
            tokens.expect(end);
        }
        return list;
    }

    /// After the opening brace.
    private Map<String, AttributeValue> map() {
        Map<String, AttributeValue> map = new LinkedHashMap<>();
        if (!tokens.skip("}")) {
            do {
                Token name = tokens.next();
                if (name.kind() != Kind.TEXT) {
                    throw Token.refused("a name in single quotes expected at '" + name.text() + "'");
                }
                tokens.expect(":");
                map.put(name.text(), value());
            } while (tokens.skip(","));
            tokens.expect("}");
        }
        return map;
    }

    private static AttributeValue set(List<AttributeValue> all) {
        if (all.isEmpty()) {
            throw Token.refused("a set may not be empty");
        }
        Set<String> texts = new LinkedHashSet<>();
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        Set<ByteString> binaries = new LinkedHashSet<>();
        for (AttributeValue each : all) {
            switch (each) {
                case S(String text) -> texts.add(text);
                case N(BigDecimal number) -> numbers.add(number);
                case B(ByteString bytes) -> binaries.add(bytes);
                default -> throw Token.refused("a set holds strings, numbers or binary");
            }
        }
        int size = texts.size() + numbers.size() + binaries.size();
        if (texts.size() == size) {
            return new SS(texts);
        }
        if (numbers.size() == size) {
            return new NS(numbers);
        }
        if (binaries.size() == size) {
            return new BS(binaries);
        }
        throw Token.refused("the elements of a set are of one type");
    }
}
