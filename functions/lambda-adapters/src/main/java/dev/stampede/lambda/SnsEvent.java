package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.util.List;

/// What SNS hands to a function that subscribes to a topic without a queue between
/// (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html). The call is asynchronous: an exception has it made
/// again.
public final class SnsEvent {

    private SnsEvent() {}

    /// The messages as they were published.
    public static List<String> messages(InputStream in) {
        return Json.readObject(in).objects("Records").stream()
                .map(item -> item.object("Sns").string("Message"))
                .toList();
    }
}
