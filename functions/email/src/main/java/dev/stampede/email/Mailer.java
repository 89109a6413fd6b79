package dev.stampede.email;

/// Sends mails through the provider; it does not remember what it sent.
public interface Mailer {

    void send(Mail mail);
}
