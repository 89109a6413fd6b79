package dev.stampede.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that is moved by hand.
public final class HandClock implements InstantSource {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    public DynamoDb.Settings settings() {
        return new DynamoDb.Settings(this, "eu-west-1", "123456789012", false, complaint -> {
            throw new AssertionError(complaint);
        });
    }
}
