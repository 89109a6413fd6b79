package dev.stampede.model;

import java.util.regex.Pattern;

/// Whether a text can be an e-mail address: the common form, in ASCII, of at most 254 characters (RFC 5321). Whether
/// somebody reads it is for the mail to find out.
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+[A-Za-z]{2,63}");

    private EmailAddress() {}

    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && text.indexOf('@') <= MAX_LOCAL_PART && FORM.matcher(text).matches();
    }
}
