package dev.stampede.email;

/// Hands mails to the provider, without any memory of what it sent.
public interface Mailer {

    void send(Mail mail);
}
