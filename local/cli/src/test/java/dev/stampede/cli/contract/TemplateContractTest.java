package dev.stampede.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the template tells a function and what the function asks for are the same: a typo in either fails here.
class TemplateContractTest {

    private static final Template TEMPLATE = Template.read(
            Path.of("../../cdk.out"),
            new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));

    static Stream<Arguments> functions() {
        return TEMPLATE.ofType("AWS::Lambda::Function").stream()
                .filter(function -> function.text("Runtime").startsWith("java"))
                .map(function -> Arguments.of(function.name(), function));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void everyHandlerIsBuiltFromItsOwnTemplateEnvironment(String name, Resource function) {
        assertThatCode(() -> construct(function, function.texts("Environment/Variables"))).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void everyVariableOfTheTemplateIsOneTheHandlerNeeds(String name, Resource function) {
        // The edge of all of them reads the one that is left out here, before any handler.
        function.texts("Environment/Variables").keySet().stream().filter(it -> !it.equals("ORIGIN_SECRET"))
                .forEach(variable -> {
                    Map<String, String> without = new HashMap<>(function.texts("Environment/Variables"));
                    without.remove(variable);
                    assertThatThrownBy(() -> construct(function, without)).as(variable).hasMessageContaining(variable);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void everyFunctionRunsOnJava25WithSnapStart(String name, Resource function) {
        assertThat(function.text("Runtime")).isEqualTo("java25");
        assertThat(function.at("SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    }

    /// The same sources give the same jar, and a change to one function leaves the others' jars, and so their
    /// deployment, alone: no entry bears the time of its build, and none is another function's.
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void everyJarIsReproducibleAndHoldsOneContextOnly(String name, Resource function) throws IOException {
        String context = function.text("Handler").replaceFirst("[^.]+$", "").replace('.', '/');
        try (JarFile jar = new JarFile(TEMPLATE.asset(function.at("Code/S3Key").asText()).toFile())) {
            List<JarEntry> ours =
                    jar.stream().filter(entry -> entry.getName().matches("dev/stampede/[^/]+/.+")).toList();
            assertThat(ours.stream().map(JarEntry::getTimeLocal).distinct()).hasSize(1);
            assertThat(ours.stream().map(JarEntry::getName))
                    .allMatch(entry -> entry.startsWith(context) || entry.matches("dev/stampede/(model|lambda)/.*"));
        }
    }

    private static void construct(Resource function, Map<String, String> environment) throws Throwable {
        URL jar = TEMPLATE.asset(function.at("Code/S3Key").asText()).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{jar}, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(function.text("Handler")).getConstructor(Map.class).newInstance(environment);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
