package dev.stampede.model;

import java.util.regex.Pattern;

/// Whether a text can be an e-mail address: the common form, in ASCII, of at most 254 characters (RFC 5321). A domain
/// of other letters has its ASCII form, which browsers write by themselves (RFC 5890: почта.рф is
/// xn--80a1acny.xn--p1ai); a name of other letters has none, and not every mail server takes it. Whether somebody reads
/// it is for the mail to find out.
public final class EmailAddress {

    /// The rule as it is told to whoever broke it.
    public static final String IN_WORDS = "an e-mail address such as name@example.com: the name in plain letters, and"
            + " a domain of other letters in its xn-- form";

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    /// No number: name@10.0.0.1 is none.
    private static final String TOP_LEVEL = "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+" + TOP_LEVEL);

    private EmailAddress() {}

    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && text.indexOf('@') <= MAX_LOCAL_PART && FORM.matcher(text).matches();
    }
}
