package dev.stampede.cloud.sqs.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependenciesTest {

    @Test
    void theEngineKnowsItsStoreAndJsonAndNothingOfTheShopOrTheLaptopCloud() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", "dev.stampede.store..",
                        "dev.stampede.cloud.sqs.engine..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.stampede.cloud.sqs.engine"));
    }
}
