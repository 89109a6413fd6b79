package dev.stampede.load;

import dev.stampede.load.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// One run: its id goes into every key and address it uses, so that runs never meet; its folder holds all it leaves.
public record Run(String id, Path folder) {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMdd-HHmmss");

    public Run {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("--run-id takes up to 32 of a-z, 0-9 and '-', not '" + id + "'");
        }
    }

    public static Run from(Parameters parameters, String test) {
        String id = parameters.text("run-id").orElseGet(() -> LocalDateTime.now(ZoneOffset.UTC).format(STAMP));
        return new Run(id, Path.of(parameters.text("results").orElse(".stampede/load")).resolve(test + "-" + id));
    }

    public Path verdictFile() {
        return folder.resolve("verdict.tsv");
    }

    /// Leaves the verdict for the launcher, and for a reader of Gatling's own output.
    void conclude(Verdict verdict) {
        try {
            verdict.write(verdictFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(verdict.table());
    }

    /// The shop's mail of a load test goes nowhere: example.com takes none.
    public String address(String buyer) {
        return "%s.%s@example.com".formatted(buyer, id);
    }
}
