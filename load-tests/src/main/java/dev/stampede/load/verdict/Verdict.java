package dev.stampede.load.verdict;

import dev.stampede.load.verdict.Claim.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// All claims of a run. It passes when at least one claim was tested and none fails: an empty verdict shows nothing.
public record Verdict(List<Claim> claims) {

    public Verdict {
        claims = List.copyOf(claims);
    }

    public boolean passes() {
        return claims.stream().anyMatch(claim -> claim.outcome() == Outcome.PASS)
                && claims.stream().noneMatch(claim -> claim.outcome() == Outcome.FAIL);
    }

    public Verdict and(Claim claim) {
        List<Claim> more = new ArrayList<>(claims);
        more.add(claim);
        return new Verdict(more);
    }

    /// Tab-separated, one claim a line: what the launcher reads after the simulation, and what a shell can cut.
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, claims.stream()
                .map(claim -> String.join("\t", claim.outcome().name(), claim.name(), claim.asked(), claim.found()))
                .toList());
    }

    public static Verdict read(Path file) throws IOException {
        return new Verdict(Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(part -> new Claim(part[1], part[2], part[3], Outcome.valueOf(part[0])))
                .toList());
    }

    public String table() {
        int name = width("claim", Claim::name);
        int asked = width("asked", Claim::asked);
        int found = width("found", Claim::found);
        String row = "  %-" + name + "s  %-" + asked + "s  %-" + found + "s  %s%n";
        StringBuilder table = new StringBuilder(row.formatted("claim", "asked", "found", "verdict"));
        table.append(row.formatted("-".repeat(name), "-".repeat(asked), "-".repeat(found), "-------"));
        for (Claim claim : claims) {
            String outcome = claim.outcome().name().toLowerCase(Locale.ROOT);
            table.append(row.formatted(claim.name(), claim.asked(), claim.found(), outcome));
        }
        return table.toString();
    }

    private int width(String title, Function<Claim, String> column) {
        return claims.stream().map(column).mapToInt(String::length).reduce(title.length(), Math::max);
    }
}
