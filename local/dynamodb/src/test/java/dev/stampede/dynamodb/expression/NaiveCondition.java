package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A random condition on a random item as text, and whether it holds, found in the most obvious way: while the text is
/// written, over Java's own values.
///
/// @param values of the request, as JSON
record NaiveCondition(String text, String values, Map<String, AttributeValue> item, boolean holds) {

    /// How it is written, and what it is worth: a Java value, or null when it is not there.
    private record Term(String text, Object worth, boolean isSize) {}

    private record Clause(String text, boolean holds, int binding) {
        private static final int OR = 0;
        private static final int AND = 1;
        private static final int NOT = 2;
        private static final int PRIMITIVE = 3;

        /// In parentheses where what stands around it binds more.
        String within(int around) {
            return binding < around ? "(" + text + ")" : text;
        }
    }

    static NaiveCondition random(Random random) {
        return new Writer(random).write();
    }

    private static final class Writer {
        private final Random random;
        private final Map<String, Object> item = new LinkedHashMap<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        Writer(Random random) {
            this.random = random;
            for (String name : List.of("a", "b", "c", "d")) {
                if (random.nextInt(5) > 0) {
                    item.put(name, value(0));
                }
            }
        }

        NaiveCondition write() {
            Clause clause = clause(4);
            String json = values.entrySet().stream()
                    .map(entry -> "'" + entry.getKey() + "': " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            return new NaiveCondition(
                    clause.text(), values.isEmpty() ? "" : json, ValueJson.readItem(Given.json(jsonOf(item))),
                    clause.holds());
        }

        private Clause clause(int depth) {
            int kind = depth == 0 ? 9 : random.nextInt(10);
            if (kind < 2) {
                Clause left = clause(depth - 1);
                Clause right = clause(depth - 1);
                return new Clause(left.within(Clause.AND) + " OR " + right.within(Clause.AND),
                        left.holds() || right.holds(),
                        Clause.OR);
            }
            if (kind < 4) {
                Clause left = clause(depth - 1);
                Clause right = clause(depth - 1);
                return new Clause(left.within(Clause.NOT) + " and " + right.within(Clause.NOT),
                        left.holds() && right.holds(),
                        Clause.AND);
            }
            if (kind < 5) {
                Clause negated = clause(depth - 1);
                return new Clause("Not " + negated.within(Clause.NOT), !negated.holds(), Clause.NOT);
            }
            return primitive();
        }

        private Clause primitive() {
            Term one = term();
            Term two = term();
            Object x = one.worth();
            Object y = two.worth();
            boolean sizeless = one.isSize() && x == null || two.isSize() && y == null;
            String ones = one.text();
            String twos = two.text();
            return switch (random.nextInt(12)) {
                case 0 -> primitive(ones + " = " + twos, same(x, y));
                case 1 -> primitive(ones + " <> " + twos, !same(x, y) && !sizeless);
                case 2 -> primitive(ones + "<" + twos, ordered(x, y) && order(x, y) < 0);
                case 3 -> primitive("(" + ones + ") <= " + twos, ordered(x, y) && order(x, y) <= 0);
                case 4 -> primitive(ones + " > (" + twos + ")", ordered(x, y) && order(x, y) > 0);
                case 5 -> primitive(ones + ">=" + twos, ordered(x, y) && order(x, y) >= 0);
                case 6 -> {
                    Term three = term();
                    Object z = three.worth();
                    yield primitive(ones + " BETWEEN " + twos + " AND " + three.text(),
                            ordered(x, y) && ordered(x, z) && order(x, y) >= 0 && order(x, z) <= 0);
                }
                case 7 -> {
                    Term three = term();
                    yield primitive(ones + " IN (" + twos + ", " + three.text() + ")",
                            same(x, y) || same(x, three.worth()));
                }
                case 8 -> primitive("begins_with(" + ones + "," + twos + ")", begins(x, y));
                case 9 -> primitive("contains (" + ones + " , " + twos + ")", contains(x, y));
                case 10 -> {
                    Term path = path();
                    yield primitive("attribute_exists(" + path.text() + ")", path.worth() != null);
                }
                default -> {
                    Term path = path();
                    yield primitive("attribute_not_exists(" + path.text() + ")", path.worth() == null);
                }
            };
        }

        private static Clause primitive(String text, boolean holds) {
            return new Clause(text, holds, Clause.PRIMITIVE);
        }

        private Term term() {
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    String name = ":v" + values.size();
                    values.put(name, value(1));
                    yield new Term(name, values.get(name), false);
                }
                case 3 -> {
                    Term path = path();
                    yield new Term("size(" + path.text() + ")", size(path.worth()), true);
                }
                default -> path();
            };
        }

        private Term path() {
            String name = List.of("a", "b", "c", "d").get(random.nextInt(4));
            String text = name;
            Object worth = item.get(name);
            while (random.nextInt(3) == 0) {
                if (random.nextBoolean()) {
                    String key = List.of("x", "y").get(random.nextInt(2));
                    text += "." + key;
                    worth = worth instanceof Map<?, ?> map ? map.get(key) : null;
                } else {
                    int index = random.nextInt(3);
                    text += "[" + index + "]";
                    worth = worth instanceof List<?> list && index < list.size() ? list.get(index) : null;
                }
            }
            return new Term(text, worth, false);
        }

        /// A text, a number, bytes, a flag, a list, a map, a set of texts or of numbers.
        private Object value(int depth) {
            return switch (random.nextInt(depth > 2 ? 4 : 8)) {
                case 0 -> text();
                case 1 -> number();
                case 2 -> text().getBytes(StandardCharsets.UTF_8);
                case 3 -> random.nextBoolean();
                case 4 -> Stream.generate(() -> value(depth + 1)).limit(random.nextInt(3)).toList();
                case 5 -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    for (String key : random.nextBoolean() ? List.of("x", "y") : List.of("y", "x")) {
                        map.put(key, value(depth + 1));
                    }
                    yield map;
                }
                case 6 -> Set.copyOf(List.of(text() + "!", text() + "?"));
                default -> new HashSet<>(List.of(number(), new BigDecimal("0.5")));
            };
        }

        private String text() {
            return List.of("", "h", "he", "hell", "el", "\u00e9", "\uff5e", "\ud83d\ude00").get(random.nextInt(8));
        }

        private BigDecimal number() {
            return List.of("0", "1", "2", "3", "-1", "-1.5", "10", "100", "1e3").stream()
                    .map(BigDecimal::new)
                    .toList()
                    .get(random.nextInt(9));
        }
    }

    private static boolean same(Object x, Object y) {
        if (x == null || y == null) {
            return false;
        }
        if (x instanceof BigDecimal number) {
            return y instanceof BigDecimal other && number.compareTo(other) == 0;
        }
        if (x instanceof byte[] bytes) {
            return y instanceof byte[] others && Arrays.equals(bytes, others);
        }
        if (x instanceof List<?> list && y instanceof List<?> others) {
            boolean same = list.size() == others.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = same(list.get(i), others.get(i));
            }
            return same;
        }
        if (x instanceof Map<?, ?> map && y instanceof Map<?, ?> others) {
            return map.keySet().equals(others.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), others.get(key)));
        }
        if (x instanceof Set<?> set && y instanceof Set<?> others) {
            return set.size() == others.size()
                    && set.stream().allMatch(each -> others.stream().anyMatch(other -> same(each, other)));
        }
        return x.equals(y);
    }

    private static boolean ordered(Object x, Object y) {
        return x instanceof String && y instanceof String
                || x instanceof BigDecimal && y instanceof BigDecimal
                || x instanceof byte[] && y instanceof byte[];
    }

    private static int order(Object x, Object y) {
        return x instanceof BigDecimal number
                ? number.compareTo((BigDecimal) y)
                : Arrays.compareUnsigned(bytes(x), bytes(y));
    }

    private static byte[] bytes(Object x) {
        return x instanceof byte[] bytes ? bytes : ((String) x).getBytes(StandardCharsets.UTF_8);
    }

    /// A text of which each char is a byte, so that what holds of texts holds of bytes.
    private static String latin(Object x) {
        return new String(bytes(x), StandardCharsets.ISO_8859_1);
    }

    private static boolean begins(Object x, Object y) {
        return ordered(x, y) && !(x instanceof BigDecimal) && latin(x).startsWith(latin(y));
    }

    private static boolean contains(Object x, Object y) {
        if (y == null) {
            return false;
        }
        if (x instanceof List<?> list) {
            return list.stream().anyMatch(each -> same(each, y));
        }
        if (x instanceof Set<?> set) {
            return set.stream().anyMatch(each -> same(each, y));
        }
        return ordered(x, y) && !(x instanceof BigDecimal) && latin(x).contains(latin(y));
    }

    private static Object size(Object x) {
        return switch (x) {
            case String text -> BigDecimal.valueOf(text.length());
            case byte[] bytes -> BigDecimal.valueOf(bytes.length);
            case List<?> list -> BigDecimal.valueOf(list.size());
            case Map<?, ?> map -> BigDecimal.valueOf(map.size());
            case Set<?> set -> BigDecimal.valueOf(set.size());
            case null, default -> null;
        };
    }

    private static String jsonOf(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "': " + json(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Object x) {
        return switch (x) {
            case String text -> "{S: '" + text + "'}";
            case BigDecimal number -> "{N: '" + number + "'}";
            case byte[] bytes -> "{B: '" + Base64.getEncoder().encodeToString(bytes) + "'}";
            case Boolean flag -> "{BOOL: " + flag + "}";
            case List<?> list -> list.stream().map(NaiveCondition::json)
                    .collect(Collectors.joining(", ", "{L: [", "]}"));
            case Map<?, ?> map -> "{M: " + jsonOf(map) + "}";
            case Set<?> set -> {
                List<Object> elements = new ArrayList<>(set);
                String type = elements.getFirst() instanceof BigDecimal ? "NS" : "SS";
                yield elements.stream().map(each -> "'" + each + "'")
                        .collect(Collectors.joining(", ", "{" + type + ": [", "]}"));
            }
            default -> throw new IllegalArgumentException("" + x);
        };
    }
}
