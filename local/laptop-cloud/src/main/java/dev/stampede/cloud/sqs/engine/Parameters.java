package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// What a call is given. Numbers may be texts, as they are in the query protocol.
record Parameters(JsonNode json) {

    Optional<String> find(String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    String text(String name) {
        return find(name).filter(text -> !text.isEmpty()).orElseThrow(() -> SqsException.missing(name));
    }

    /// @return `usual` where there is none
    int integer(String name, int from, int to, int usual) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (text.get().matches("-?\\d{1,9}")) {
            int value = Integer.parseInt(text.get());
            if (value >= from && value <= to) {
                return value;
            }
        }
        throw SqsException.invalid(name, text.get(), "Must be between " + from + " and " + to + ", if provided.");
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    SortedMap<String, String> map(String name) {
        return Broker.texts(json.path(name));
    }

    List<Parameters> entries(String name) {
        List<Parameters> entries = new ArrayList<>();
        json.path(name).forEach(each -> entries.add(new Parameters(each)));
        return entries;
    }

    /// The name of the queue that `QueueUrl` ends with.
    String queue() {
        String url = text("QueueUrl");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
