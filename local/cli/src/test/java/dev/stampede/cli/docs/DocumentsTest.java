package dev.stampede.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents name exists: tests of every kind, commands, and the targets of links.
class DocumentsTest {

    private static final Pattern JAVA_TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Contract))`");
    private static final Pattern STOREFRONT_TEST = Pattern.compile("`([\\w-]+\\.(?:test\\.tsx?|e2e\\.ts))`");
    private static final Pattern COMMAND = Pattern.compile("\\./stampede (load )?([a-z]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern BACKTICKS = Pattern.compile("`([^`]+)`");

    private static final Set<String> FILES = SourceTree.files(SourceTree.ROOT, _ -> true).stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    private static final Set<String> COMMANDS = commands();
    private static final Set<String> LOAD_COMMANDS = named(SourceTree.files(
            SourceTree.ROOT.resolve("load-tests/src/main"), name -> name.endsWith("Command.java")));

    /// Decisions are records of their time and may name what is gone.
    static Stream<Path> documents() {
        return SourceTree.files(SourceTree.ROOT, name -> name.endsWith(".md")).stream()
                .map(SourceTree.ROOT::relativize)
                .filter(file -> !file.startsWith("docs/decisions"));
    }

    static Stream<String> promises() {
        return Stream.of("README.md", "docs/promises.md")
                .flatMap(file -> SourceTree.text(SourceTree.ROOT.resolve(file)).lines()
                        .dropWhile(line -> !line.equals("| promise | test |")).skip(2)
                        .takeWhile(line -> line.startsWith("|")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTestThatADocumentNamesExists(Path document) {
        String text = SourceTree.text(SourceTree.ROOT.resolve(document));

        assertThat(found(JAVA_TEST, text).map(name -> name + ".java").filter(file -> !FILES.contains(file))).isEmpty();
        assertThat(found(STOREFRONT_TEST, text).filter(file -> !FILES.contains(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandThatADocumentNamesExists(Path document) {
        String text = SourceTree.text(SourceTree.ROOT.resolve(document));

        assertThat(COMMAND.matcher(text).results().filter(command -> !exists(command)).map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkOfADocumentLeadsToAFile(Path document) {
        Path file = SourceTree.ROOT.resolve(document);

        assertThat(found(LINK, SourceTree.text(file)).filter(link -> !Files.exists(file.resolveSibling(link))))
                .isEmpty();
    }

    /// Each proof is a Java test, a test of the storefront, a browser test or a command.
    @ParameterizedTest
    @MethodSource("promises")
    void everyPromiseHasAProofOfAKnownKind(String row) {
        String proofs = row.substring(row.lastIndexOf("| ", row.length() - 2));

        assertThat(found(BACKTICKS, proofs)).isNotEmpty().allMatch(proof -> isProof("`" + proof + "`"));
    }

    private static boolean isProof(String quoted) {
        return JAVA_TEST.matcher(quoted).matches()
                || STOREFRONT_TEST.matcher(quoted).matches()
                || quoted.equals("`frontend/e2e`")
                || COMMAND.matcher(quoted).results().anyMatch(DocumentsTest::exists);
    }

    private static boolean exists(MatchResult command) {
        return command.group(1) == null
                ? COMMANDS.contains(command.group(2))
                : LOAD_COMMANDS.contains(command.group(2));
    }

    /// The alternatives of the launcher's last `case`.
    private static Set<String> commands() {
        String launcher = SourceTree.text(SourceTree.ROOT.resolve("stampede"));
        String dispatch = launcher.substring(launcher.lastIndexOf("case $command in"));
        return Pattern.compile("(?m)^  ([a-z][a-z| -]*)\\)").matcher(dispatch).results()
                .flatMap(branch -> Stream.of(branch.group(1).split(" \\| ")))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(List<Path> commands) {
        return commands.stream()
                .flatMap(file -> found(Pattern.compile("@Command\\(name = \"(\\w+)\""), SourceTree.text(file)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }
}
