package dev.stampede.cloud.ses;

import java.time.Instant;
import java.util.List;

/// One mail that was sent.
///
/// @param html empty where it has none
/// @param text empty where it has none
public record Mail(
        String id,
        Instant at,
        String from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<String> replyTo,
        String subject,
        String html,
        String text) {}
