package dev.stampede.cli.contract.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Draws texts that a regular expression takes, of the small language that ids and keys are described in: literals,
/// classes, groups, back references and repetitions.
final class PatternText {

    private sealed interface Part {
        record OneOf(List<Integer> characters) implements Part {}

        record Group(int number, List<Part> parts) implements Part {}

        record Again(int group) implements Part {}

        record Times(Part part, int least, int most) implements Part {}
    }

    /// It says something that is not of this language.
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String pattern;
    private final RandomGenerator random;
    private int at;
    private int groups;

    private PatternText(String pattern, RandomGenerator random) {
        this.pattern = pattern;
        this.random = random;
    }

    /// Empty for an expression that says more than this language can.
    static Optional<String> draw(String pattern, RandomGenerator random) {
        try {
            PatternText draw = new PatternText(pattern.replaceAll("^\\^|\\$$", ""), random);
            StringBuilder text = new StringBuilder();
            draw.write(draw.parts(), text, new HashMap<>());
            return Optional.of(text.toString());
        } catch (Unknown _) {
            return Optional.empty();
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            parts.add(repeated(part()));
        }
        return parts;
    }

    private Part part() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '(' -> group();
            case '[' -> new Part.OneOf(characters());
            case '\\' -> Character.isDigit(pattern.charAt(at))
                    ? new Part.Again(pattern.charAt(at++) - '0')
                    : new Part.OneOf(List.of((int) literal(pattern.charAt(at++))));
            case '.', '|', '^', '$' -> throw new Unknown();
            default -> new Part.OneOf(List.of((int) next));
        };
    }

    private static char literal(char escaped) {
        if (Character.isLetter(escaped)) {
            throw new Unknown();
        }
        return escaped;
    }

    private Part group() {
        if (pattern.startsWith("?", at)) {
            throw new Unknown();
        }
        int number = ++groups;
        Part group = new Part.Group(number, parts());
        at++;
        return group;
    }

    private List<Integer> characters() {
        if (pattern.charAt(at) == '^') {
            throw new Unknown();
        }
        List<Integer> characters = new ArrayList<>();
        for (; pattern.charAt(at) != ']'; at++) {
            char first = pattern.charAt(at);
            if (first == '\\') {
                throw new Unknown();
            }
            boolean range = pattern.charAt(at + 1) == '-' && pattern.charAt(at + 2) != ']';
            char last = range ? pattern.charAt(at + 2) : first;
            at += range ? 2 : 0;
            for (int each = first; each <= last; each++) {
                characters.add(each);
            }
        }
        at++;
        return characters;
    }

    private Part repeated(Part part) {
        if (at >= pattern.length()) {
            return part;
        }
        return switch (pattern.charAt(at)) {
            case '?' -> times(part, 0, 1, at + 1);
            case '*' -> times(part, 0, 4, at + 1);
            case '+' -> times(part, 1, 5, at + 1);
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                yield times(part, Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]), end + 1);
            }
            default -> part;
        };
    }

    private Part times(Part part, int least, int most, int next) {
        at = next;
        return new Part.Times(part, least, most);
    }

    private void write(List<Part> parts, StringBuilder text, Map<Integer, String> groups) {
        parts.forEach(part -> write(part, text, groups));
    }

    private void write(Part part, StringBuilder text, Map<Integer, String> groups) {
        switch (part) {
            case Part.OneOf(var characters) -> text.appendCodePoint(characters.get(random.nextInt(characters.size())));
            case Part.Group(int number, var parts) -> {
                int start = text.length();
                write(parts, text, groups);
                groups.put(number, text.substring(start));
            }
            case Part.Again(int group) -> text.append(groups.getOrDefault(group, ""));
            case Part.Times(Part each, int least, int most) -> {
                // The bounds are where faults are.
                int times = switch (random.nextInt(4)) {
                    case 0 -> least;
                    case 1 -> most;
                    default -> random.nextInt(least, most + 1);
                };
                for (int i = 0; i < times; i++) {
                    write(each, text, groups);
                }
            }
        }
    }
}
