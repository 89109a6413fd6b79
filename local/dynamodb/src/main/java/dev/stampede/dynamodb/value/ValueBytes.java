package dev.stampede.dynamodb.value;

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
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Items as bytes, as the store keeps them: a tag for each value's type, lengths as variable-length integers.
public final class ValueBytes {

    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;
    private static final byte BINARY = 3;
    private static final byte FALSE = 4;
    private static final byte TRUE = 5;
    private static final byte NULL = 6;
    private static final byte LIST = 7;
    private static final byte MAP = 8;
    private static final byte TEXTS = 9;
    private static final byte NUMBERS = 10;
    private static final byte BINARIES = 11;
    /// A number that fits a long, without the two arrays of a BigDecimal.
    private static final byte SMALL_NUMBER = 12;

    private ValueBytes() {}

    public static byte[] of(Map<String, AttributeValue> item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        writeMap(out, item);
        return out.toByteArray();
    }

    public static Map<String, AttributeValue> read(byte[] bytes) {
        return readMap(ByteBuffer.wrap(bytes));
    }

    private static void write(ByteArrayOutputStream out, AttributeValue value) {
        switch (value) {
            case S(String text) -> {
                out.write(TEXT);
                writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
            }
            case N(BigDecimal number) -> writeTagged(out, number);
            case B(ByteString bytes) -> {
                out.write(BINARY);
                writeBytes(out, bytes.bytes());
            }
            case Bool(boolean flag) -> out.write(flag ? TRUE : FALSE);
            case Null() -> out.write(NULL);
            case L(List<AttributeValue> list) -> {
                out.write(LIST);
                writeLength(out, list.size());
                list.forEach(each -> write(out, each));
            }
            case M(Map<String, AttributeValue> map) -> {
                out.write(MAP);
                writeMap(out, map);
            }
            case SS(Set<String> set) -> {
                out.write(TEXTS);
                writeLength(out, set.size());
                set.forEach(each -> writeBytes(out, each.getBytes(StandardCharsets.UTF_8)));
            }
            case NS(Set<BigDecimal> set) -> {
                out.write(NUMBERS);
                writeLength(out, set.size());
                set.forEach(each -> writeTagged(out, each));
            }
            case BS(Set<ByteString> set) -> {
                out.write(BINARIES);
                writeLength(out, set.size());
                set.forEach(each -> writeBytes(out, each.bytes()));
            }
        }
    }

    private static void writeMap(ByteArrayOutputStream out, Map<String, AttributeValue> map) {
        writeLength(out, map.size());
        map.forEach((name, value) -> {
            writeBytes(out, name.getBytes(StandardCharsets.UTF_8));
            write(out, value);
        });
    }

    private static void writeTagged(ByteArrayOutputStream out, BigDecimal number) {
        BigInteger digits = number.unscaledValue();
        if (digits.bitLength() < Long.SIZE) {
            out.write(SMALL_NUMBER);
            writeVarint(out, zigzag(number.scale()));
            writeVarint(out, zigzag(digits.longValue()));
        } else {
            out.write(NUMBER);
            writeVarint(out, zigzag(number.scale()));
            writeBytes(out, digits.toByteArray());
        }
    }

    private static AttributeValue read(ByteBuffer in) {
        byte tag = in.get();
        return switch (tag) {
            case TEXT -> new S(readText(in));
            case NUMBER, SMALL_NUMBER -> new N(readNumber(in, tag));
            case BINARY -> new B(new ByteString(readBytes(in)));
            case FALSE -> new Bool(false);
            case TRUE -> new Bool(true);
            case NULL -> new Null();
            case LIST -> {
                int size = readLength(in);
                List<AttributeValue> list = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    list.add(read(in));
                }
                yield new L(list);
            }
            case MAP -> new M(readMap(in));
            case TEXTS -> {
                Set<String> set = new LinkedHashSet<>();
                for (int left = readLength(in); left > 0; left--) {
                    set.add(readText(in));
                }
                yield new SS(set);
            }
            case NUMBERS -> {
                Set<BigDecimal> set = new LinkedHashSet<>();
                for (int left = readLength(in); left > 0; left--) {
                    set.add(readNumber(in, in.get()));
                }
                yield new NS(set);
            }
            case BINARIES -> {
                Set<ByteString> set = new LinkedHashSet<>();
                for (int left = readLength(in); left > 0; left--) {
                    set.add(new ByteString(readBytes(in)));
                }
                yield new BS(set);
            }
            default -> throw new IllegalStateException("no value has the tag " + tag);
        };
    }

    private static Map<String, AttributeValue> readMap(ByteBuffer in) {
        int size = readLength(in);
        Map<String, AttributeValue> map = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            map.put(readText(in), read(in));
        }
        return map;
    }

    private static BigDecimal readNumber(ByteBuffer in, byte tag) {
        int scale = (int) unzigzag(readVarint(in));
        return tag == SMALL_NUMBER
                ? BigDecimal.valueOf(unzigzag(readVarint(in)), scale)
                : new BigDecimal(new BigInteger(readBytes(in)), scale);
    }

    private static String readText(ByteBuffer in) {
        int length = readLength(in);
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
        writeLength(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] readBytes(ByteBuffer in) {
        byte[] bytes = new byte[readLength(in)];
        in.get(bytes);
        return bytes;
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        writeVarint(out, length);
    }

    private static int readLength(ByteBuffer in) {
        return (int) readVarint(in);
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long readVarint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}
