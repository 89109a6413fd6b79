package dev.stampede.local.identity;

/// Takes the mails with codes. They go to the mailbox page and nowhere else.
@FunctionalInterface
public interface Postbox {

    void deliver(String to, String subject, String text);
}
