package dev.stampede.cloud.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of the query protocol: lists are `Name.member.1`, maps `Name.entry.1.key`.
public record Form(Map<String, String> parameters) {

    static final Form EMPTY = new Form(Map.of());

    static Form parse(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Form(parameters);
    }

    /// What is not encoded right stays as it is.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    /// The texts of a list of texts.
    public List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (int i = 1; parameters.containsKey(name + ".member." + i); i++) {
            members.add(parameters.get(name + ".member." + i));
        }
        return members;
    }

    /// The elements of a list of structures, each as a form of its own.
    ///
    /// @param prefix such as `PublishBatchRequestEntries.member`
    public List<Form> elements(String prefix) {
        List<Form> elements = new ArrayList<>();
        for (int i = 1;; i++) {
            String start = prefix + "." + i + ".";
            Map<String, String> element = new LinkedHashMap<>();
            parameters.forEach((name, value) -> {
                if (name.startsWith(start)) {
                    element.put(name.substring(start.length()), value);
                }
            });
            if (element.isEmpty()) {
                return elements;
            }
            elements.add(new Form(element));
        }
    }
}
