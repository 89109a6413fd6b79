package dev.stampede.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Values and keys as the store keeps them, over random values made of one seed.
class StoredFormTest {

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        qt().withExamples(500).withShrinkCycles(0).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            Map<String, AttributeValue> item =
                    Map.of("a" + text(random), value(random, 0), "b", value(random, 0), "c", value(random, 0));
            assertThat(ValueBytes.read(ValueBytes.of(item))).isEqualTo(item);
            assertThat(ValueJson.readItem(ValueJson.write(item))).isEqualTo(item);
        });
    }

    @Test
    void keysOfNumbersHaveTheOrderOfTheirValues() {
        qt().withExamples(2000).withShrinkCycles(0).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            N one = new N(number(random));
            N other = new N(random.nextInt(4) == 0 ? near(one.value(), random) : number(random));
            inOrder(one, other, one.value().compareTo(other.value()));
        });
    }

    @Test
    void keysOfTextsHaveTheOrderOfTheirUtf8Bytes() {
        qt().withExamples(2000).withShrinkCycles(0).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            String one = text(random);
            String other = random.nextBoolean() ? text(random) : one + text(random);
            inOrder(new S(one), new S(other), Arrays.compareUnsigned(utf8(one), utf8(other)));
            inOrder(new B(new ByteString(utf8(one))), new B(new ByteString(utf8(other))),
                    Arrays.compareUnsigned(utf8(one), utf8(other)));
        });
    }

    @Test
    void aPrefixCoversTheKeysThatBeginWithItAndNoOthers() {
        qt().withExamples(2000).withShrinkCycles(0).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            String text = text(random);
            String prefix = random.nextBoolean()
                    ? text(random)
                    : text.substring(0, text.codePointCount(0, text.length()) > 1
                            ? text.offsetByCodePoints(0, 1)
                            : text.length());
            byte[] key = key(new S(text));
            byte[] from = KeyBytes.partition(List.of(new S("p"))).thenPrefix(new S(prefix)).bytes();
            boolean covered = Arrays.compareUnsigned(key, from) >= 0
                    && Arrays.compareUnsigned(key, KeyBytes.behind(from)) < 0;
            assertThat(covered).as("'%s' begins with '%s'", text, prefix).isEqualTo(text.startsWith(prefix));
        });
    }

    private static void inOrder(AttributeValue one, AttributeValue other, int order) {
        // What follows a key must not disturb its order.
        byte[] first = KeyBytes.partition(List.of(new S("p"))).then(one).then(new byte[]{(byte) 0xFF}).bytes();
        byte[] second = KeyBytes.partition(List.of(new S("p"))).then(other).then(new byte[]{0}).bytes();
        if (order == 0) {
            assertThat(key(one)).isEqualTo(key(other));
        } else {
            assertThat(Integer.signum(Arrays.compareUnsigned(first, second)))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(order));
        }
    }

    private static byte[] key(AttributeValue value) {
        return KeyBytes.partition(List.of(new S("p"))).then(value).bytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal near(BigDecimal number, Random random) {
        BigDecimal ulp = new BigDecimal(BigInteger.ONE, number.scale() + random.nextInt(2));
        BigDecimal moved = random.nextBoolean() ? number.add(ulp) : number.negate();
        return moved.precision() > 38 ? number : Numbers.inRange(moved);
    }

    private static BigDecimal number(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        for (int left = 1 + random.nextInt(random.nextBoolean() ? 3 : 38); left > 0; left--) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        int exponent = random.nextBoolean() ? random.nextInt(5) - 3 : random.nextInt(210) - 129;
        return Numbers.parse(text + "e" + Math.min(exponent, 125 - text.length()));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(5), 0, 6)
                .mapToObj(i -> List.of("\u0000", "a", "\u007f", "\u00ff", "\uff5e", "\ud83d\ude00").get(i))
                .collect(Collectors.joining());
    }

    private static AttributeValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 8 : 10)) {
            case 0 -> new S(text(random));
            case 1 -> new N(number(random));
            case 2 -> new B(new ByteString(utf8(text(random))));
            case 3 -> new Bool(random.nextBoolean());
            case 4 -> new Null();
            case 5 -> new SS(Set.of(text(random) + 1, text(random) + 2));
            case 6 -> new NS(Stream.of(number(random), number(random)).collect(Collectors.toSet()));
            case 7 -> new BS(Set.of(new ByteString(utf8(text(random)))));
            case 8 -> new L(Stream.generate(() -> value(random, depth + 1)).limit(random.nextInt(4)).toList());
            default -> new M(Map.of(text(random), value(random, depth + 1)));
        };
    }
}
