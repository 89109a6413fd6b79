package dev.stampede.local.http;

/// What stands behind the distribution: the HTTP API or a bucket.
interface Origin {

    Response answer(Request request);
}
