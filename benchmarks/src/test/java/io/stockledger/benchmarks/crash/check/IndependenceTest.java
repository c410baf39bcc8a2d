package io.stockledger.benchmarks.crash.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  private static final String CRASH = "io.stockledger.benchmarks.crash";

  @Test
  void who_judges_the_ledger_knows_none_of_its_classes() {
    classes()
        .that()
        .resideInAnyPackage(CRASH + ".check..", CRASH + ".history..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CRASH + ".check..",
            CRASH + ".history..",
            "java..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify..")
        .because("it would share the ledger's mistakes; fold the events for yourself")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(CRASH));
  }
}
