package dev.stampede.cloud.http;

/// What stands behind the distribution: the HTTP API or a bucket.
public interface Origin {

    Response answer(Request request);
}
