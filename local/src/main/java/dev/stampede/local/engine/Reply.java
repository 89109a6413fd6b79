package dev.stampede.local.engine;

import java.util.Map;

/// What an engine answered.
///
/// @param headers those that a client of AWS may want to see
public record Reply(int status, byte[] body, String contentType, Map<String, String> headers) {}
