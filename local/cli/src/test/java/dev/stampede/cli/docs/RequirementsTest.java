package dev.stampede.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The requirements that a function's `package-info.java` numbers: each number is unique in its package, and each is
/// cited by a test of that package with a line such as `/// Requirement 3.` or `/// Requirements 3 and 4: ...`.
class RequirementsTest {

    private static final Path FUNCTIONS = SourceTree.ROOT.resolve("functions");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^/// (\\d+)\\. ");
    private static final Pattern CITATION =
            Pattern.compile("/// Requirements? (\\d+(?:(?:, | and | to )\\d+)*)(?=[.:,])");
    private static final Pattern NUMBERED_NAME = Pattern.compile("void (\\w+_\\d+)\\(");

    private static final Map<String, List<Integer>> REQUIRED = new TreeMap<>();
    private static final Map<String, List<Integer>> CITED = new TreeMap<>();

    static {
        SourceTree.files(FUNCTIONS, "package-info.java"::equals).forEach(file -> collect(file, REQUIREMENT, REQUIRED));
        tests().forEach(file -> collect(file, CITATION, CITED));
        REQUIRED.values().removeIf(List::isEmpty);
    }

    static Stream<String> packages() {
        return REQUIRED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void numbersAreUniqueAndEachIsCitedByATest(String name) {
        assertThat(REQUIRED.get(name)).doesNotHaveDuplicates();
        assertThat(CITED.getOrDefault(name, List.of())).containsAll(REQUIRED.get(name));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyCitationNamesARequirement(String name) {
        assertThat(REQUIRED.get(name)).containsAll(CITED.getOrDefault(name, List.of()));
    }

    @Test
    void everyDeployedFunctionHasRequirements() {
        assertThat(REQUIRED).hasSizeGreaterThanOrEqualTo(10);
    }

    /// There is one style: a number at the end of a method's name is not a citation.
    @Test
    void testsCiteInTheirCommentsAndNotInTheirNames() {
        assertThat(tests().flatMap(file -> NUMBERED_NAME.matcher(SourceTree.text(file)).results()
                .map(name -> file.getFileName() + ": " + name.group(1)))).isEmpty();
    }

    /// `7`, or `7 to 9`.
    private static IntStream range(String numbers) {
        int[] ends = Stream.of(numbers.split(" to ")).mapToInt(Integer::parseInt).toArray();
        return IntStream.rangeClosed(ends[0], ends[ends.length - 1]);
    }

    private static Stream<Path> tests() {
        return SourceTree.files(FUNCTIONS, name -> name.endsWith(".java")).stream()
                .filter(file -> file.toString().contains("/src/test/"));
    }

    private static void collect(Path file, Pattern pattern, Map<String, List<Integer>> byPackage) {
        String text = SourceTree.text(file);
        Matcher name = PACKAGE.matcher(text);
        if (name.find()) {
            Stream<Integer> numbers = pattern.matcher(text).results()
                    .flatMap(result -> Stream.of(result.group(1).split(", | and ")))
                    .flatMapToInt(RequirementsTest::range)
                    .boxed();
            byPackage.merge(name.group(1), numbers.toList(),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).collect(Collectors.toList()));
        }
    }
}
