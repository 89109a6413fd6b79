package dev.stampede.email;

/// Which mails were sent, and which are being sent right now.
public interface MailLedger {

    sealed interface Claim {
        /// The caller may send.
        ///
        /// @param lease names this claim among all claims of the mail
        record Granted(String lease) implements Claim {}

        /// Somebody else is sending it, or died while at it less than a lease ago.
        record Busy() implements Claim {}

        record AlreadySent() implements Claim {}
    }

    Claim claim(String mailId);

    /// Gives a claim back whose mail was not sent: the next one is granted at once. Nothing where the lease had lapsed
    /// and another claim was granted since, or the mail was sent.
    void release(String mailId, String lease);

    /// Marks the mail as sent.
    ///
    /// @return false where the lease had lapsed and another claim was granted since
    boolean complete(String mailId, String lease);
}
