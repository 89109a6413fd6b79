package dev.stampede.email;

/// Records which mails were sent and which are being sent.
public interface MailLedger {

    sealed interface Claim {
        /// The caller may send.
        ///
        /// @param lease names this claim among all claims of the mail
        record Granted(String lease) implements Claim {}

        /// Another process is sending it, or died while sending it less than a lease ago.
        record Busy() implements Claim {}

        record AlreadySent() implements Claim {}
    }

    Claim claim(String mailId);

    /// Releases a claim whose mail was not sent, so that the next claim is granted at once. Has no effect if the lease
    /// has lapsed and another claim was granted, or if the mail was sent.
    void release(String mailId, String lease);

    /// Marks the mail as sent.
    ///
    /// @return false if the lease has lapsed and another claim was granted
    boolean complete(String mailId, String lease);
}
