package io.stockledger.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** What may know what. The build's modules say the same where they can. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("test-classes"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.stockledger");

  private static final String API = "io.stockledger.api..";
  private static final String COMMAND = "io.stockledger.command..";
  private static final String PROJECTIONS = "io.stockledger.projections..";
  private static final String QUERY = "io.stockledger.query..";
  private static final String PROMISE = "io.stockledger.promise..";
  private static final String OUTGOING = "io.stockledger.outgoing..";
  private static final String LEDGER = "io.stockledger.ledger..";
  private static final String SERVER = "io.stockledger.server..";
  private static final String[] FRAMEWORKS = {"org.axonframework..", "org.springframework.."};

  /** The parts of the deciding module that stand between Axon and the pure records. */
  private static final DescribedPredicate<JavaClass> SHELLS =
      describe(
          "shells",
          type ->
              List.of(
                          "Aggregate",
                          "CommandHandler",
                          "Configuration",
                          "Targets",
                          "LoadedItems",
                          "AggregateRegistry")
                      .stream()
                      .anyMatch(outermost(type).getSimpleName()::endsWith)
                  || outermost(type).getSimpleName().startsWith("When"));

  /** Each package for itself; only the contract is one, for its messages speak of one another. */
  private static final SliceAssignment PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return resideInAnyPackage(API).test(type)
              ? SliceIdentifier.of("io.stockledger.api")
              : SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages, the contract being one";
        }
      };

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static void check(ArchRule rule) {
    rule.check(OURS);
  }

  private static void mayKnow(String module, String... ours) {
    check(
        noClasses()
            .that()
            .resideInAPackage(module)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("io.stockledger..")
                    .and(not(resideInAnyPackage(module)))
                    .and(not(resideInAnyPackage(ours))))
            .because(
                "modules meet only in inventory-api: put what two of them need there, or a port"
                    + " beside its user and its adapter into inventory-server's wiring"));
  }

  @Test
  void the_contract_knows_no_module_and_no_framework() {
    mayKnow(API);
    check(
        noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .because(
                "messages outlive frameworks: annotations of Axon or Spring belong on the shell or"
                    + " the controller that uses the message"));
  }

  @Test
  void deciding_folding_and_answering_know_the_contract_and_not_each_other() {
    mayKnow(COMMAND, API, PROMISE);
    mayKnow(PROJECTIONS, API);
    mayKnow(QUERY, API, PROMISE);
    mayKnow(OUTGOING, API, PROMISE);
  }

  @Test
  void what_may_be_promised_is_pure() {
    mayKnow(PROMISE, API);
    check(
        noClasses()
            .that()
            .resideInAPackage(PROMISE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .because("the guard, the answers and the previews ask the same functions"));
  }

  @Test
  void the_ledger_knows_no_stock() {
    mayKnow(LEDGER);
  }

  @Test
  void nobody_knows_the_server() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER)
            .because("the server runs the others: give them what they need through a constructor"));
  }

  @Test
  void only_the_wiring_puts_the_modules_together() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SERVER)
            .and()
            .resideOutsideOfPackages(
                "io.stockledger.server.wiring..", "io.stockledger.server.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, PROJECTIONS, QUERY, PROMISE)
            .because(
                "the face speaks in messages: send a command or a query of inventory-api, or"
                    + " declare a port beside the controller and adapt it in wiring"));
  }

  @Test
  void packages_make_no_circles() {
    check(
        slices()
            .assignedFrom(PACKAGES)
            .should()
            .beFreeOfCycles()
            .because(
                "a circle is one package under two names: move what both need into a third, or"
                    + " merge them"));
  }

  @Test
  void what_decides_is_pure() {
    check(
        noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and(not(SHELLS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.axonframework..",
                "org.springframework..",
                "org.slf4j..",
                "java.util.logging..",
                "java.sql..",
                "javax.sql..")
            .because(
                "decide and evolve are functions of state and command: do the rest in the"
                    + " aggregate's shell"));
  }

  @Test
  void what_decides_is_told_the_time() {
    String because = "a fold must come to the same twice: take the time from the command's shell";
    check(
        noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and(not(SHELLS))
            .and()
            .doNotHaveSimpleName("Surroundings") // in which the shell hands the time on
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, InstantSource.class)
            .because(because));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(API, COMMAND)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because(because));
  }

  @Test
  void controllers_touch_no_database() {
    check(
        noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "javax.sql..",
                "org.springframework.jdbc..",
                "org.postgresql..",
                "com.zaxxer.hikari..")
            .because("controllers parse, send and answer: ask a query of inventory-query"));
  }

  @Test
  void every_package_is_null_marked() {
    check(
        classes()
            .should()
            .resideInAPackage("..")
            .andShould(
                com.tngtech.archunit.lang.ArchCondition.from(
                    describe(
                        "be in a package that is @NullMarked",
                        type ->
                            type.getPackage()
                                .tryGetAnnotationOfType(NullMarked.class)
                                .isPresent())))
            .because("what may be null is said in types: add a package-info.java"));
  }
}
