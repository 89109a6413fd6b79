package dev.stampede.local.endpoint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a PartiQL statement does and to which table or index
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html).
///
/// @param action such as `dynamodb:PartiQLInsert`
record PartiQl(String action, String table, Optional<String> index) {

    private static final String NAME = "\"?([A-Za-z0-9_.-]+?)\"?";
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(?:(insert)\\s+into|(update)|(delete)\\s+from|(?:exists\\s*\\(\\s*)?(select)\\b.*?\\bfrom)\\s+"
                    + NAME + "(?:\\.\"([A-Za-z0-9_.-]+)\")?(?:[\\s)].*)?");

    /// Empty when it is none of the four statements.
    static Optional<PartiQl> parse(String statement) {
        Matcher matcher = STATEMENT.matcher(statement);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int verb = 1; verb <= 4; verb++) {
            if (matcher.group(verb) != null) {
                String name = matcher.group(verb).toLowerCase(Locale.ROOT);
                return Optional.of(new PartiQl(
                        "dynamodb:PartiQL" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                        matcher.group(5),
                        Optional.ofNullable(matcher.group(6))));
            }
        }
        return Optional.empty();
    }
}
