package dev.stampede.email;

/// Counts the order mails that a mailbox got today.
public interface MailCounts {

    /// Counts mails before they are sent.
    ///
    /// @param mailbox the same for every spelling of the address
    /// @param mails   how many
    /// @return false if they would exceed the daily limit; then they are not counted
    boolean take(String mailbox, int mails);

    /// Subtracts mails that were counted today but could not be sent.
    void giveBack(String mailbox, int mails);
}
