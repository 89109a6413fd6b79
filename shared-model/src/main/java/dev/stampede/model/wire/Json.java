package dev.stampede.model.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON as a tree of `Map<String, Object>`, `List<Object>`, `String`, `Long`, `BigDecimal`, `Boolean`
/// and `null`. Bounded in depth (32), number length (40, written out) and string length (8 MB, above Lambda's largest
/// event); duplicate names, half surrogate pairs and anything after the value are errors. So whatever is read can be
/// written, stored and read again.
public final class Json {

    private static final int MAX_NUMBER_LENGTH = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(8 * 1024 * 1024)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /// The text is no JSON, or breaks a bound. The message is safe to show: it holds a position and none of the text.
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    /// An object in the order given: name, value, name, value.
    public static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    public static @Nullable Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readWhole(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObject readObject(String text) {
        return JsonObject.of(read(text));
    }

    public static JsonObject readObject(InputStream in) {
        try (JsonParser parser = FACTORY.createParser(in)) {
            return JsonObject.of(readWhole(parser));
        } catch (CharConversionException _) {
            throw new Malformed("in no character set of JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String write(Object tree) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public static void write(Object tree, OutputStream out) {
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object readWhole(JsonParser parser) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Malformed("empty");
            }
            Object value = readValue(parser, first);
            if (parser.nextToken() != null) {
                throw new Malformed("unexpected text after the value" + position(parser));
            }
            return value;
        } catch (JsonProcessingException _) {
            throw new Malformed("not valid JSON" + position(parser));
        }
    }

    private static @Nullable Object readValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = wholeText(parser.currentName(), parser);
                    object.put(name, readValue(parser, parser.nextToken()));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    array.add(readValue(parser, next));
                }
                yield array;
            }
            case VALUE_STRING -> wholeText(parser.getText(), parser);
            case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
                case INT, LONG -> parser.getLongValue();
                default -> new BigDecimal(parser.getText());
            };
            case VALUE_NUMBER_FLOAT -> readDecimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Malformed("not valid JSON" + position(parser));
        };
    }

    private static BigDecimal readDecimal(JsonParser parser) throws IOException {
        try {
            BigDecimal number = new BigDecimal(parser.getText());
            // A few characters such as 1e9999 would come to thousands once written out.
            if (Math.abs((long) number.scale()) < MAX_NUMBER_LENGTH
                    && number.toPlainString().length() <= MAX_NUMBER_LENGTH) {
                return number;
            }
        } catch (NumberFormatException _) {
            // It has an exponent that not even a decimal takes.
        }
        throw new Malformed("number out of range" + position(parser));
    }

    /// Half a surrogate pair is no character: there is no UTF-8 for it.
    private static String wholeText(String text, JsonParser parser) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.isBmpCodePoint(text.codePointAt(i))) {
                    throw new Malformed("half a surrogate pair" + position(parser));
                }
                i++;
            }
        }
        return text;
    }

    private static String position(JsonParser parser) {
        var location = parser.currentLocation();
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> object -> {
                generator.writeStartObject();
                for (var entry : object.entrySet()) {
                    generator.writeFieldName((String) entry.getKey());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Iterable<?> array -> {
                generator.writeStartArray();
                for (Object element : array) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case String text -> generator.writeString(text);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number);
            case Boolean bool -> generator.writeBoolean(bool);
            case JsonObject object -> write(generator, object.fields());
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
        }
    }
}
