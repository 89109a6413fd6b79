package dev.stampede.cli.contract.draw;

import static dev.stampede.cli.contract.draw.Schemas.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a request that fails smaller, as long as it fails in the same way.
final class Smallest {

    private static final int MOST_TRIES = 400;

    private Smallest() {}

    static Drawn of(Drawn failing, Predicate<Drawn> failsTheSame) {
        Drawn smallest = failing;
        int tries = 0;
        boolean smaller = true;
        while (smaller && tries < MOST_TRIES) {
            smaller = false;
            for (ObjectNode parts : candidates(smallest.parts())) {
                if (tries++ < MOST_TRIES && failsTheSame.test(smallest.with(parts))) {
                    smallest = smallest.with(parts);
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<ObjectNode> candidates(ObjectNode parts) {
        List<ObjectNode> candidates = new ArrayList<>();
        parts.fieldNames().forEachRemaining(part -> {
            if (part.equals("body")) {
                candidates.add(parts.deepCopy().without(List.of(part)));
            }
            smaller(parts.get(part)).forEach(it -> {
                if (it.isObject() || part.equals("body")) {
                    candidates.add(parts.deepCopy().set(part, it));
                }
            });
        });
        return candidates;
    }

    private static List<JsonNode> smaller(JsonNode value) {
        List<JsonNode> smaller = new ArrayList<>();
        switch (value) {
            case ObjectNode object -> object.properties().forEach(field -> {
                smaller.add(object.deepCopy().without(List.of(field.getKey())));
                smaller(field.getValue()).forEach(it -> smaller.add(object.deepCopy().set(field.getKey(), it)));
            });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    ArrayNode fewer = array.deepCopy();
                    fewer.remove(i);
                    smaller.add(fewer);
                    for (JsonNode it : smaller(array.get(i))) {
                        ArrayNode other = array.deepCopy();
                        other.set(i, it);
                        smaller.add(other);
                    }
                }
            }
            default -> {
                if (value.isTextual() && !value.asText().isEmpty()) {
                    smaller.addAll(shorter(value.asText()));
                } else if (value.isNumber() && value.decimalValue().abs().longValue() > 1) {
                    smaller.add(NODES.numberNode(value.decimalValue().signum()));
                }
            }
        }
        return smaller;
    }

    private static List<JsonNode> shorter(String text) {
        int length = text.codePointCount(0, text.length());
        int half = text.offsetByCodePoints(0, length / 2);
        List<JsonNode> shorter = new ArrayList<>(List.of(
                NODES.textNode(text.substring(0, half)), NODES.textNode(text.substring(half)),
                NODES.textNode(text.substring(text.offsetByCodePoints(0, 1))),
                NODES.textNode(text.substring(0, text.offsetByCodePoints(0, length - 1)))));
        if (!text.matches("a*")) {
            shorter.addFirst(NODES.textNode("a".repeat(Math.min(length, 8))));
        }
        return shorter.stream().filter(it -> !it.asText().equals(text)).toList();
    }
}
