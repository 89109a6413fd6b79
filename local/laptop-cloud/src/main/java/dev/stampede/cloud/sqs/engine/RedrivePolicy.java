package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/// After how many receives a message goes where.
record RedrivePolicy(String deadLetterArn, int maxReceives) {

    static final String NAME = "RedrivePolicy";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;

    static RedrivePolicy parse(String text) {
        JsonNode policy = object(NAME, text);
        String arn = policy.path("deadLetterTargetArn").asText();
        String count = policy.path("maxReceiveCount").asText();
        if (arn.isEmpty() || count.isEmpty()) {
            throw SqsException.invalid(NAME, text, "Redrive policy does not contain mandatory attribute: "
                    + (arn.isEmpty() ? "deadLetterTargetArn" : "maxReceiveCount") + ".");
        }
        if (!count.matches("\\d{1,4}") || Integer.parseInt(count) < 1 || Integer.parseInt(count) > MOST) {
            throw SqsException.invalid(NAME, text, "Invalid value for maxReceiveCount: " + count
                    + ", valid values are from 1 to 1000 both inclusive.");
        }
        return new RedrivePolicy(arn, Integer.parseInt(count));
    }

    static JsonNode object(String attribute, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException _) {
            // Said below.
        }
        throw SqsException.invalid(attribute, text, "Amazon SQS failed to read it as a JSON object.");
    }
}
