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
import java.util.Arrays;

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
    "io.mindstream.imaging..",
    "io.mindstream.bridge.simulation..",
    "io.mindstream.bridge.source..",
    "io.mindstream.preprocess.trial..",
    "io.mindstream.preprocess.normalise..",
    "io.mindstream.preprocess.roi..",
    "io.mindstream.preprocess.signal..",
    "io.mindstream.preprocess.run..",
    "io.mindstream.preprocess.intake..",
    "io.mindstream.decoder.array..",
    "io.mindstream.decoder.checkpoint..",
    "io.mindstream.decoder.decoding..",
    "io.mindstream.decoder.diffusion..",
    "io.mindstream.decoder.model.."
  };

  @ArchTest
  static final ArchRule applicationsNeverImportEachOther =
      slices()
          .matching("io.mindstream.(bridge|preprocess|decoder|sink)..")
          .should()
          .notDependOnEachOther();

  /** Contracts import nothing of ours; imaging and the service kit know the contracts alone. */
  @ArchTest static final ArchRule contractsImportNothingOfOurs = knowsOnly("schemas");

  @ArchTest static final ArchRule imagingKnowsOnlyContracts = knowsOnly("imaging", "schemas");

  @ArchTest static final ArchRule storageKnowsOnlyContracts = knowsOnly("storage", "schemas");

  @ArchTest static final ArchRule serviceKitKnowsOnlyContracts = knowsOnly("service", "schemas");

  @ArchTest
  static final ArchRule standaloneDoesNotKnowTheLaboratory =
      noClasses()
          .that()
          .resideInAPackage("io.mindstream.standalone..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.mindstream.lab..");

  @ArchTest
  static final ArchRule contractsKnowNoWebFramework =
      noClasses()
          .that()
          .resideInAPackage("io.mindstream.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "io.micrometer..", "reactor..", "picocli..");

  @ArchTest
  static final ArchRule applicationsDoNotKnowTheDeployment =
      noClasses()
          .that()
          .resideInAnyPackage(packages(APPLICATIONS))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.mindstream.standalone..", "io.mindstream.lab..");

  /** So that a second family is one more package, and Kafka does not know of any. */
  @ArchTest
  static final ArchRule decodingAndItsWiringKnowNoFamily =
      noClasses()
          .that()
          .resideInAnyPackage("io.mindstream.decoder.decoding..", "io.mindstream.decoder.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.mindstream.decoder.mindvis..",
              "io.mindstream.decoder.network..",
              "io.mindstream.decoder.model..");

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

  /** A part, the first, uses no other part of ours but those named after it. */
  private static ArchRule knowsOnly(String... parts) {
    String[] own = packages(parts);
    return noClasses()
        .that()
        .resideInAPackage(own[0])
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.mindstream..").and(not(resideInAnyPackage(own))));
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> "io.mindstream." + name + "..").toArray(String[]::new);
  }
}
