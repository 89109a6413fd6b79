package dev.stampede.cli.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: handler -> use case -> port <- adapter, and functions -> lambda-adapters ->
/// shared-model.
class ArchitectureTest {

    private static final List<String> CONTEXTS = List.of(
            "catalog", "cart", "ordering", "reservation", "guestaccess", "fulfilment", "payment", "inventory", "fraud",
            "email", "analytics", "streamprocessor", "customers");

    private static final Path ROOT = Path.of("../..");
    /// By jte, from the templates of mails.
    private static final Pattern GENERATED = Pattern.compile(".*/email/(html|text)/.*");

    private static final JavaClasses SHOP = new ClassFileImporter().importPaths(classFolders());

    private static final JavaClasses CLOUD =
            new ClassFileImporter().importPaths(ROOT.resolve("local/laptop-cloud/target/classes"));

    @Test
    void theModelKnowsNeitherAwsNorJson() {
        noClasses().that().resideInAnyPackage("dev.stampede.model", "dev.stampede.model.event")
                .should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..", "com.fasterxml..",
                        "dev.stampede.model.wire")
                .check(SHOP);
        noClasses().that().resideInAPackage("dev.stampede.model.wire")
                .should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .check(SHOP);
    }

    @Test
    void noFunctionKnowsAnother() {
        slices().matching("dev.stampede.(" + String.join("|", CONTEXTS) + ")..").should().notDependOnEachOther()
                .check(SHOP);
    }

    @Test
    void theAdaptersKnowNoFunctionAndTheModelKnowsNeither() {
        noClasses().that().resideInAnyPackage("dev.stampede.lambda..", "dev.stampede.model..")
                .should().dependOnClassesThat()
                .resideInAnyPackage(CONTEXTS.stream().map(each -> "dev.stampede." + each + "..").toArray(String[]::new))
                .check(SHOP);
        noClasses().that().resideInAPackage("dev.stampede.model..")
                .should().dependOnClassesThat().resideInAPackage("dev.stampede.lambda..")
                .check(SHOP);
    }

    @Test
    void onlyHandlersAndAdaptersKnowAws() {
        noClasses().that(areUseCases()).should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .check(SHOP);
    }

    @Test
    void onlyTheEdgesOfAFunctionKnowTablesAndHttp() {
        noClasses().that(areUseCases()).and(DescribedPredicate.not(readOrWordHttp())).should().dependOnClassesThat()
                .haveNameMatching("dev\\.stampede\\.lambda\\.(Http|RequestBody|FieldReader|AmountField|"
                        + "IdempotencyKeyHeader).*")
                .check(SHOP);
        noClasses().that(areUseCases()).should().dependOnClassesThat().resideInAPackage("dev.stampede.model.table")
                .check(SHOP);
    }

    @Test
    void noPackageLeadsBackToItself() {
        slices().matching("dev.stampede.(**)").should().beFreeOfCycles().check(everything());
    }

    /// The compiler's look for what may be null passes over a package that is not marked.
    @Test
    void everyPackageIsMarkedForTheCheckOfNull() {
        assertThat(everything().stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .distinct()).isEmpty();
    }

    @Test
    void onlyHandlersAreEntryPoints() {
        classes().that().implement("com.amazonaws.services.lambda.runtime.RequestStreamHandler")
                .should().haveSimpleNameEndingWith("Handler")
                .check(SHOP);
    }

    @Test
    void onlyHandlersAndTheProtocolEdgesReadTheEnvironment() {
        noClasses().that().resideOutsideOfPackage("dev.stampede.lambda")
                .and().haveSimpleNameNotEndingWith("Handler")
                .should().callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("getenv")))
                .check(SHOP);
    }

    @Test
    void theLaptopCloudKnowsNoShop() {
        noClasses().that().resideInAPackage("dev.stampede.cloud..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are the shop's",
                        type -> type.getPackageName().startsWith("dev.stampede.")
                                && !type.getPackageName().matches("dev\\.stampede\\.(cloud|dynamodb|store)(\\..*)?")))
                .check(CLOUD);
    }

    private static DescribedPredicate<JavaClass> areUseCases() {
        return DescribedPredicate.describe("are use cases, rules or ports of a function", type -> CONTEXTS.stream()
                .anyMatch(each -> type.getPackageName().equals("dev.stampede." + each))
                && !outermost(type).matches("(DynamoDb|Cognito|Sqs|Sns|Ses|SecretsManager|Simulated).*|.*Handler"));
    }

    /// What reads a request's text or words an answer for a handler.
    private static DescribedPredicate<JavaClass> readOrWordHttp() {
        return DescribedPredicate.describe("read requests or word answers", type -> outermost(type)
                .matches(".*(Request|Answer|Parser|Reader|View)|Precondition|TraceParent"));
    }

    private static JavaClasses everything() {
        return new ClassFileImporter().withImportOption(file -> !file.matches(GENERATED)).importPaths(Stream
                .concat(classFolders().stream(), Stream.of(
                        "infra", "local/store", "local/dynamodb", "local/laptop-cloud", "local/verification",
                        "local/cli")
                        .map(module -> ROOT.resolve(module).resolve("target/classes")))
                .toList());
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static List<Path> classFolders() {
        try (Stream<Path> functions = Files.list(ROOT.resolve("functions"))) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("shared-model/target/classes")),
                    functions.filter(module -> !module.endsWith("test-support"))
                            .map(module -> module.resolve("target/classes")).filter(Files::isDirectory))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
