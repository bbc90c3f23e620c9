package org.tocsin.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tocsin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule MODULES_MEET_ONLY_IN_TOPICS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("contract")
          .definedBy("org.tocsin.contract..")
          .layer("service")
          .definedBy("org.tocsin.service..")
          .layer("ingest")
          .definedBy("org.tocsin.ingest..")
          .layer("enrich")
          .definedBy("org.tocsin.enrich..")
          .layer("alert")
          .definedBy("org.tocsin.alert..")
          .layer("deploy")
          .definedBy("org.tocsin.deploy..")
          .whereLayer("deploy")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("enrich")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("alert")
          .mayOnlyBeAccessedByLayers("deploy")
          .whereLayer("contract")
          .mayOnlyBeAccessedByLayers("service", "ingest", "enrich", "alert", "deploy")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("ingest", "enrich", "alert", "deploy");

  @ArchTest
  static final ArchRule ONLY_THE_EMBEDDED_BROKER_KNOWS_BROKER_CLASSES =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tocsin.deploy.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices().matching("org.tocsin.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TOPOLOGIES_NEVER_ASK_THE_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..topology..", "..story..", "..novelty..", "..statement..", "..query..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class);

  @ArchTest
  static final ArchRule ONLY_RECORDS_AND_ENUMS_TRAVEL =
      classes()
          .that()
          .resideInAPackage("org.tocsin.contract")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameNotEndingWith("Id")
          .and()
          .doNotHaveSimpleName("Json")
          .and()
          .doNotHaveSimpleName("JsonSerde")
          .and()
          .doNotHaveSimpleName("Topics")
          .and()
          .doNotHaveSimpleName("Headers")
          .should()
          .beRecords()
          .orShould()
          .beEnums();

  @ArchTest
  static final ArchRule NO_VAGUE_NAMES =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Common)$");
}
