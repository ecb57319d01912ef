package org.connectarium.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keeps the folders apart as the table in `ARCHITECTURE.md` says, and a few habits.
class ArchitectureTest {
  private static final String HOME = "org.connectarium.";
  private static final String[] HTTP = {"com.sun.net.httpserver..", "java.net.http.."};
  private static final String[] NETWORKS = {"org.deeplearning4j..", "org.nd4j.."};

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.connectarium");

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "reconstruction", "graph", "analysis", "app"})
  void seesTheClassesOfEveryModule(String module) {
    assertThat(ALL.that(resideInAnyPackage(HOME + module + ".."))).isNotEmpty();
  }

  @Test
  void ingestKnowsNeitherGraphNorNetworks() {
    noClasses()
        .that()
        .resideInAPackage(HOME + "ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.neo4j..",
            "org.deeplearning4j..",
            "org.nd4j..",
            HOME + "reconstruction..",
            HOME + "graph..",
            HOME + "analysis..")
        .because("volumes and formats come first and are of use without all the rest")
        .check(ALL);
  }

  @Test
  void reconstructionReachesTheGraphThroughItsSinkOnly() {
    noClasses()
        .that()
        .resideInAPackage(HOME + "reconstruction..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.neo4j..", HOME + "analysis..")
        .because("it writes rows through the public sink and knows no Cypher")
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void graphRunsInsideADatabaseServer() {
    noClasses()
        .that()
        .resideInAPackage(HOME + "graph..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HOME + "ingest..", HOME + "reconstruction..", HOME + "analysis..")
        .because("graph and analysis are the plug-in for a stand-alone server, without networks")
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void analysisUsesTheGraphAndNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(HOME + "analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HOME + "ingest..", HOME + "reconstruction..")
        .because("it is part of the plug-in for a stand-alone server")
        .check(ALL);
  }

  @Test
  void onlyReconstructionKnowsTheNetworkLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages(HOME + "reconstruction..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(NETWORKS)
        .because("another engine may take its place one day")
        .check(ALL);
  }

  @Test
  void onlyTheAppSpeaksHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(HOME + "app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP)
        .because("the app is the only place where all meet")
        .check(ALL);
  }

  @Test
  void nothingDependsOnTheApp() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOME + "app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOME + "app..")
        .because("dependencies point one way")
        .check(ALL);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("org.connectarium.(**)")
        .should()
        .beFreeOfCycles()
        .because("a stage is read and changed alone")
        .check(ALL);
  }

  @Test
  void onlyTheCommandLineWritesToStandardOutput() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOME + "app.command..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("standard output carries the result and nothing else")
        .check(ALL);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
        .because("such a name says nothing; name the thing")
        .check(ALL);
  }

  @Test
  void logsGoThroughOneLibrary() {
    noClasses()
        .that(not(simpleName("ParquetTable").or(simpleName("ServerConfig"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.log4j..")
        .because("SLF4J or the progress listener is enough; two classes quiet a library's own log")
        .check(ALL);
  }

  @Test
  void publicFieldsAreConstants() {
    fields()
        .that()
        .arePublic()
        .and()
        // the database fills the context of a procedure through such fields
        .areNotAnnotatedWith("org.neo4j.procedure.Context")
        .should()
        .beFinal()
        .because("no setters, no shared state")
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void classesAreFinalOrMeantToBeExtended() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT)
        .orShould()
        .beEnums()
        .because("inheritance is a decision")
        .check(ALL);
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
    Set<JavaPackage> packages = ALL.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    List<String> bare =
        packages.stream()
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();
    assertThat(packages).isNotEmpty();
    assertThat(bare).as("packages without a @NullMarked package-info.java").isEmpty();
  }
}
