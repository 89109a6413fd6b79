package dev.stampede.email;

/// How many mails about orders a mailbox got today.
public interface MailCounts {

    /// Counts mails before they are sent.
    ///
    /// @param mailbox the same for every way of writing it
    /// @param mails   how many
    /// @return false where they would be more than one mailbox gets in a day; then they are not counted
    boolean take(String mailbox, int mails);

    /// Uncounts mails that were counted and could not be sent, where they were counted today.
    void giveBack(String mailbox, int mails);
}
