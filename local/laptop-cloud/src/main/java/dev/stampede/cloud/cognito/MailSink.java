package dev.stampede.cloud.cognito;

/// Takes the mails with codes. They go to the mailbox page and nowhere else.
@FunctionalInterface
public interface MailSink {

    /// @return false when it could not be kept, so that it was not sent
    boolean deliver(String to, String subject, String text);
}
