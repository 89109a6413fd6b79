package dev.stampede.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

@Command(name = "logs", description = "Follows the logs of all functions, merged. Ctrl-C ends it.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COLOURS = List.of("cyan", "green", "yellow", "magenta", "blue", "white");
    private static final long POLL_MILLIS = 200;
    private static final Pattern LINE = Pattern.compile("(?<at>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z) (?<text>.*)");
    private static final Pattern REPORT =
            Pattern.compile("^REPORT .*?Duration: ([0-9.]+ ms).*?Max Memory Used: (\\d+ MB)");
    private static final Pattern PLATFORM = Pattern.compile("\\S+ (START|END) RequestId: .*");
    /// Shown in another form, or of no use to a reader.
    private static final List<String> ENVELOPE = List.of("timestamp", "level", "function", "message", "traceparent");

    @Option(names = {"-f", "--function"}, paramLabel = "F", description = "only this function, for example CreateOrder")
    private String function;

    @Option(names = {"-o", "--order"}, paramLabel = "ID", description = "only lines that name this order")
    private String order;

    @Option(names = {"-n",
        "--lines"}, paramLabel = "N", defaultValue = "20", description = "how many past lines of each function to begin with (default ${DEFAULT-VALUE})")
    private int lines;

    @Option(names = "--all", description = "the platform's START and END lines too")
    private boolean all;

    @Option(names = "--no-follow", description = "print what is there and end")
    private boolean noFollow;

    private record Line(String at, String function, String text) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Stampede.state().resolve("logs");
        Map<Path, Long> positions = new HashMap<>();
        boolean first = true;
        do {
            if (Files.isDirectory(folder)) {
                for (Line line : read(folder, positions, first)) {
                    print(line);
                }
            } else if (first) {
                System.err.println("No logs yet: start the shop with './stampede up'.");
            }
            first = false;
            if (!noFollow) {
                Thread.sleep(POLL_MILLIS);
            }
        } while (!noFollow);
        return 0;
    }

    private List<Line> read(Path folder, Map<Path, Long> positions, boolean first) throws IOException {
        List<Line> merged = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".log")).sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.log$", "");
                if (function != null && !function.equalsIgnoreCase(name)) {
                    continue;
                }
                List<Line> fresh = added(file, positions).stream()
                        .filter(text -> order == null || text.contains(order))
                        .filter(text -> all || !PLATFORM.matcher(text).matches())
                        .filter(text -> text.length() > "2026-01-01T00:00:00.000Z ".length())
                        .map(text -> line(name, text))
                        .toList();
                merged.addAll(first && order == null && fresh.size() > lines
                        ? fresh.subList(fresh.size() - lines, fresh.size())
                        : fresh);
            }
        }
        merged.sort(Comparator.comparing(Line::at));
        return merged;
    }

    /// Whole lines written since the last look; a file that became shorter was rotated and is read from its start.
    private static List<String> added(Path file, Map<Path, Long> positions) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = positions.getOrDefault(file, 0L);
            from = from > in.length() ? 0 : from;
            byte[] bytes = new byte[(int) Math.min(in.length() - from, 8 << 20)];
            in.seek(from);
            in.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            positions.put(file, from + end);
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /// A line is a time and what the function wrote, or what the platform did.
    private Line line(String name, String text) {
        Matcher parts = LINE.matcher(text);
        return parts.matches()
                ? new Line(parts.group("at"), name, readable(parts.group("text")))
                : new Line("", name, text);
    }

    private static String readable(String text) {
        if (text.startsWith("{")) {
            try {
                return readable(JSON.readTree(text));
            } catch (IOException e) {
                // Not one of our lines: shown as it is.
            }
        }
        Matcher report = REPORT.matcher(text);
        return report.find()
                ? Ansi.AUTO.string("@|faint took " + report.group(1) + ", memory " + report.group(2) + "|@")
                : text;
    }

    private static String readable(JsonNode json) {
        String fields = json.properties().stream()
                .filter(entry -> !ENVELOPE.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue().asText(entry.getValue().toString()))
                .collect(Collectors.joining(" "));
        String level = json.path("level").asText();
        String marked =
                level.equals("INFO") ? "" : "@|" + (level.equals("ERROR") ? "red" : "yellow") + " " + level + "|@ ";
        return Ansi.AUTO.string(marked) + json.path("message").asText() + " " + fields;
    }

    private static void print(Line line) {
        String colour = COLOURS.get(Math.floorMod(line.function().hashCode(), COLOURS.size()));
        String time = line.at().length() > 23 ? line.at().substring(11, 23) : "            ";
        System.out.println(Ansi.AUTO.string("@|faint " + time + "|@ @|" + colour + " "
                + "%-15s".formatted(line.function()) + "|@ ") + line.text());
    }
}
