package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is done to queues.
final class QueueOperations {

    private static final int MOST_TAGS = 50;
    private static final int MOST_LISTED = 1000;
    private static final String ALL = "All";

    private final Broker broker;
    private final SqsEngine.Address address;

    QueueOperations(Broker broker, SqsEngine.Address address) {
        this.broker = broker;
        this.address = address;
    }

    ObjectNode create(Parameters call) {
        String name = call.text("QueueName");
        if (name.endsWith(".fifo")) {
            throw new SqsException(
                    Code.UNSUPPORTED,
                    name + " is a FIFO queue, which are not served here; there are standard queues only.");
        }
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new SqsException(Code.INVALID_VALUE,
                    "Can only include alphanumeric characters, hyphens, or underscores."
                            + " 1 to 80 in length");
        }
        SortedMap<String, String> given = call.map("Attributes");
        QueueAttributes attributes = QueueAttributes.USUAL.with(given);
        // The SDKs write this one of all request members with a small letter.
        SortedMap<String, String> tags = call.map("tags");
        requireTags(tags);
        return broker.atomically(() -> {
            Optional<Queue> existing = broker.find(name);
            if (existing.isPresent()) {
                requireSame(existing.get(), given);
            } else {
                requireRedrive(name, given);
                broker.create(name, attributes, tags);
            }
            return url(name);
        });
    }

    private static void requireSame(Queue queue, SortedMap<String, String> given) {
        SortedMap<String, String> has = queue.attributes.all();
        QueueAttributes wanted = QueueAttributes.USUAL.with(given);
        SortedMap<String, String> wants = wanted.all();
        given.keySet().forEach(name -> {
            boolean same = name.equals(RedrivePolicy.NAME)
                    ? queue.attributes.redrive().equals(wanted.redrive())
                    : Objects.equals(has.get(name), wants.get(name));
            if (!same) {
                throw new SqsException(Code.QUEUE_NAME_EXISTS,
                        "A queue already exists with the same name and a different"
                                + " value for attribute " + name);
            }
        });
    }

    /// The dead-letter queue must be there and admit this queue.
    private void requireRedrive(String name, SortedMap<String, String> given) {
        String text = given.getOrDefault(RedrivePolicy.NAME, "");
        if (text.isEmpty()) {
            return;
        }
        Queue deadLetters = broker.findByArn(RedrivePolicy.parse(text).deadLetterArn())
                .orElseThrow(
                        () -> SqsException.invalid(RedrivePolicy.NAME, text, "Dead letter target does not exist."));
        if (!deadLetters.attributes.redriveAllow().allows(address.arn(name))) {
            throw SqsException.invalid(RedrivePolicy.NAME, text, "The redrive allow policy of " + deadLetters.name
                    + " does not permit " + name + " to use it as dead-letter queue.");
        }
    }

    ObjectNode delete(Parameters call) {
        return broker.atomically(() -> {
            broker.delete(broker.queue(call.queue()));
            return none();
        });
    }

    ObjectNode purge(Parameters call) {
        return broker.atomically(() -> {
            broker.purge(broker.queue(call.queue()));
            return none();
        });
    }

    ObjectNode url(Parameters call) {
        return broker.atomically(() -> url(broker.queue(call.text("QueueName")).name));
    }

    private ObjectNode url(String name) {
        return none().put("QueueUrl", address.url(name));
    }

    ObjectNode list(Parameters call) {
        String prefix = call.find("QueueNamePrefix").orElse("");
        return broker.atomically(() -> page(call, "QueueUrls", broker.queues().stream()
                .map(queue -> queue.name)
                .filter(name -> name.startsWith(prefix))
                .toList()));
    }

    ObjectNode listSources(Parameters call) {
        return broker.atomically(() -> {
            Queue deadLetters = broker.queue(call.queue());
            // With a small letter in this answer alone.
            return page(call, "queueUrls", broker.queues().stream()
                    .filter(queue -> queue.attributes.redrive()
                            .filter(policy -> policy.deadLetterArn().equals(deadLetters.arn))
                            .isPresent())
                    .map(queue -> queue.name)
                    .toList());
        });
    }

    private ObjectNode page(Parameters call, String member, List<String> names) {
        int most = call.integer("MaxResults", 1, MOST_LISTED, MOST_LISTED);
        String after = call.find("NextToken").map(QueueOperations::decoded).orElse("");
        List<String> rest = names.stream().filter(name -> name.compareTo(after) > 0).toList();
        ObjectNode answer = none();
        ArrayNode urls = answer.putArray(member);
        rest.stream().limit(most).forEach(name -> urls.add(address.url(name)));
        if (rest.size() > most && call.find("MaxResults").isPresent()) {
            answer.put("NextToken", Base64.getEncoder().encodeToString(
                    rest.get(most - 1).getBytes(StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SqsException.invalid("NextToken", token, "Invalid or expired next token.");
        }
    }

    ObjectNode attributes(Parameters call) {
        List<String> names = call.texts("AttributeNames");
        SortedMap<String, String> all = broker.atomically(() -> {
            Queue queue = broker.queue(call.queue());
            broker.settle(queue);
            return all(queue);
        });
        ObjectNode answer = none();
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        names.stream().filter(name -> !name.equals(ALL)).forEach(QueueOperations::requireKnown);
        all.forEach((name, value) -> {
            if (names.contains(ALL) || names.contains(name)) {
                attributes.put(name, value);
            }
        });
        if (!attributes.isEmpty()) {
            answer.set("Attributes", attributes);
        }
        return answer;
    }

    private static void requireKnown(String name) {
        if (!QueueAttributes.isKnown(name)) {
            throw new SqsException(Code.INVALID_ATTRIBUTE_NAME, "Unknown Attribute " + name + ".");
        }
    }

    private static SortedMap<String, String> all(Queue queue) {
        SortedMap<String, String> all = queue.attributes.all();
        all.put("QueueArn", queue.arn);
        all.put("ApproximateNumberOfMessages", Integer.toString(queue.visible()));
        all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(queue.inFlight()));
        all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(queue.delayed()));
        all.put("CreatedTimestamp", Long.toString(queue.createdAt));
        all.put("LastModifiedTimestamp", Long.toString(queue.modifiedAt));
        return all;
    }

    ObjectNode setAttributes(Parameters call) {
        SortedMap<String, String> given = call.map("Attributes");
        if (given.isEmpty()) {
            throw SqsException.missing("Attribute.Name");
        }
        return broker.atomically(() -> {
            Queue queue = broker.queue(call.queue());
            QueueAttributes changed = queue.attributes.with(given);
            requireRedrive(queue.name, given);
            if (!changed.set().equals(queue.attributes.set())) {
                broker.change(queue, changed);
            }
            return none();
        });
    }

    ObjectNode tag(Parameters call) {
        return broker.atomically(() -> {
            Queue queue = broker.queue(call.queue());
            SortedMap<String, String> tags = new TreeMap<>(queue.tags);
            tags.putAll(call.map("Tags"));
            requireTags(tags);
            broker.tag(queue, tags);
            return none();
        });
    }

    ObjectNode untag(Parameters call) {
        return broker.atomically(() -> {
            Queue queue = broker.queue(call.queue());
            SortedMap<String, String> tags = new TreeMap<>(queue.tags);
            tags.keySet().removeAll(call.texts("TagKeys"));
            broker.tag(queue, tags);
            return none();
        });
    }

    private static void requireTags(SortedMap<String, String> tags) {
        if (tags.size() > MOST_TAGS || tags.entrySet().stream().anyMatch(
                tag -> tag.getKey().isEmpty() || tag.getKey().length() > 128 || tag.getValue().length() > 256)) {
            throw new SqsException(Code.INVALID_VALUE,
                    "A queue has 50 tags at most, their keys of 1 to 128 and their values of 0 to 256 characters.");
        }
    }

    ObjectNode tags(Parameters call) {
        return broker.atomically(() -> {
            ObjectNode answer = none();
            ObjectNode tags = answer.putObject("Tags");
            broker.queue(call.queue()).tags.forEach(tags::put);
            return answer;
        });
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }
}
