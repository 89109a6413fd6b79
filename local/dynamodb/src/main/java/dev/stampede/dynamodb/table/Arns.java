package dev.stampede.dynamodb.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of tables, indexes and streams for the whole of AWS.
public record Arns(String region, String account) {

    private static final Pattern TABLE =
            Pattern.compile("arn:aws:dynamodb:[^:]+:\\d{12}:table/([a-zA-Z0-9_.-]{3,255})");

    public String table(String name) {
        return "arn:aws:dynamodb:" + region + ":" + account + ":table/" + name;
    }

    public String index(String table, String index) {
        return table(table) + "/index/" + index;
    }

    public String stream(String table, String label) {
        return table(table) + "/stream/" + label;
    }

    /// The table's name; none where it is the ARN of something else, or of another region or account.
    public Optional<String> tableOf(String arn) {
        Matcher matcher = TABLE.matcher(arn);
        return matcher.matches() && table(matcher.group(1)).equals(arn)
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }
}
