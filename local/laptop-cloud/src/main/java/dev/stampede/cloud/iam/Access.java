package dev.stampede.cloud.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What somebody wants to do.
///
/// @param action   such as `dynamodb:PutItem`
/// @param resource an ARN, or `*` for actions that are on no one resource
/// @param context  values of condition keys, by key in lower case
public record Access(String action, String resource, Map<String, List<String>> context) {

    public Access(String action, String resource) {
        this(action, resource, Map.of());
    }

    public Access with(String key, List<String> values) {
        Map<String, List<String>> more = new TreeMap<>(context);
        more.put(key.toLowerCase(Locale.ROOT), List.copyOf(values));
        return new Access(action, resource, more);
    }
}
