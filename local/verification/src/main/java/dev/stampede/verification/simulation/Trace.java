package dev.stampede.verification.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// What has happened, line by line: the last lines to read, and a digest of all of them to compare.
final class Trace {

    private static final int KEPT = 60;

    private final long start;
    private final Consumer<String> listener;
    private final Deque<String> last = new ArrayDeque<>(KEPT);
    private long digest = 0xcbf29ce484222325L;
    private long lines;

    /// @param start    the moment from which times are told
    /// @param listener gets each line
    Trace(long start, Consumer<String> listener) {
        this.start = start;
        this.listener = listener;
    }

    void add(long at, String who, String what) {
        String line = time(at - start) + "  " + who + "  " + what;
        digest = (digest ^ line.hashCode()) * 0x100000001b3L;
        lines++;
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(line);
        listener.accept(line);
    }

    List<String> last() {
        return List.copyOf(last);
    }

    /// Equal for two runs that did the same.
    String digest() {
        return "%016x-%d".formatted(digest, lines);
    }

    private static String time(long millis) {
        StringBuilder text = new StringBuilder(12);
        two(text, millis / 3_600_000).append(':');
        two(text, millis / 60_000 % 60).append(':');
        two(text, millis / 1000 % 60).append('.');
        return text.append((char) ('0' + millis / 100 % 10)).append((char) ('0' + millis / 10 % 10))
                .append((char) ('0' + millis % 10)).toString();
    }

    private static StringBuilder two(StringBuilder text, long number) {
        return number < 10 ? text.append('0').append(number) : text.append(number);
    }
}
