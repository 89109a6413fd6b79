package dev.stampede.cloud.iam;

/// What a function signs its calls with; the access key tells the endpoint which role calls.
public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {}
