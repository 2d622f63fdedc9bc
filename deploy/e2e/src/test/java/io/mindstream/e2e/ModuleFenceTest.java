package io.mindstream.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The fence between the modules, and between pure logic and wiring. Think hard before moving it.
 */
@AnalyzeClasses(packages = "io.mindstream", importOptions = DoNotIncludeTests.class)
class ModuleFenceTest {

  private static final String[] APPLICATIONS = {"bridge", "preprocess", "decoder", "sink"};

  /** Packages of numbers and records: no engine, no network, no framework. */
  private static final String[] PURE = {
    "io.mindstream.schemas.fmri..",
    "io.mindstream.schemas.latency..",
    "io.mindstream.bridge.nifti..",
    "io.mindstream.bridge.simulation..",
    "io.mindstream.bridge.source..",
    "io.mindstream.preprocess.trial..",
    "io.mindstream.preprocess.normalise..",
    "io.mindstream.preprocess.roi..",
    "io.mindstream.decoder.checkpoint..",
    "io.mindstream.decoder.diffusion..",
    "io.mindstream.decoder.model.."
  };

  @ArchTest
  static final ArchRule applicationsNeverImportEachOther =
      slices()
          .matching("io.mindstream.(bridge|preprocess|decoder|sink)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule contractsImportNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("io.mindstream.schemas..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.mindstream..")
                  .and(not(resideInAnyPackage("io.mindstream.schemas.."))));

  @ArchTest
  static final ArchRule applicationsDoNotKnowTheDeployment =
      noClasses()
          .that()
          .resideInAnyPackage(
              java.util.Arrays.stream(APPLICATIONS)
                  .map(name -> "io.mindstream." + name + "..")
                  .toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.mindstream.standalone..");

  @ArchTest
  static final ArchRule pureLogicKnowsNoFrameworkEngineOrBroker =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "io.micronaut..", "ai.djl..", "software.amazon..", "picocli..");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      classes().that(alwaysTrue()).should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)");
}
