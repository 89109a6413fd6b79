package dev.stampede.email;

/// A mail as it is sent: the same content as HTML and as text.
public record Mail(String to, String subject, String html, String text) {}
