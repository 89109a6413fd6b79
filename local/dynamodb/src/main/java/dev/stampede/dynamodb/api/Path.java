package dev.stampede.dynamodb.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where in a request something stands. It is written out only when that is needed.
///
/// @param parent null at the top
/// @param part   the name of a member, the key in a map, or the place in a list, which starts at one
/// @param inside whether it is in a list or a map
record Path(@Nullable Path parent, Object part, boolean inside) {

    @Override
    public String toString() {
        String name = part.toString();
        String shown = inside ? name + ".member" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return parent == null ? shown : parent + "." + shown;
    }
}
