package dev.stampede.lambda;

import java.time.Duration;

/// The queue that a function takes its messages from.
@FunctionalInterface
public interface OwnQueue {

    /// Sends a message that is delivered after a while, as a new one whose receives are counted from none.
    ///
    /// @param delay   a quarter of an hour at most; SQS knows no longer one
    /// @param putOffs how often it was put off for a failure, this time counted
    void sendLater(String body, Duration delay, int putOffs);
}
