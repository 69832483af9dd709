package dev.elasticrecognition.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom, over all modules as they are built. */
class ArchitectureTest {

    private static final String US = "dev.elasticrecognition.";

    /** The classes of the product, module by module; those of libraries aren't looked at. */
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(Stream.of(
                            "src/domain",
                            "src/configuration",
                            "src/aws",
                            "src/onnx",
                            "src/telemetry",
                            "src/local-cloud",
                            "src/client",
                            "src/chaos",
                            "web-war",
                            "worker-ejb",
                            "liberty/worker")
                    .map(module -> RunningSystem.HOME.resolve(module).resolve("target/classes"))
                    .toArray(Path[]::new));

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Stream.of(
                                "domain",
                                "configuration",
                                "aws",
                                "onnx",
                                "telemetry",
                                "localcloud",
                                "client",
                                "chaos",
                                "web",
                                "workers",
                                "worker")
                        .filter(module -> ALL.stream()
                                .noneMatch(type -> type.getPackageName().startsWith(US + module))))
                .isEmpty();
    }

    @Test
    void onlyTheAdaptersSeeTheAwsSdk() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(US + "aws..", US + "localcloud..", US + "chaos..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.."));
    }

    @Test
    void onlyTheModelsModuleSeesOnnxRuntime() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "com.twelvemonkeys.."));
    }

    @Test
    void onlyTheTelemetryModuleSeesOpenTelemetry() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry.."));
    }

    @Test
    void theDomainIsTheInnermost() {
        check(noClasses()
                .that()
                .resideInAPackage(US + "domain..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", US + "domain.."));
    }

    @Test
    void settingsAreKnownToNobodyButByTheirKeys() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "configuration..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(US + "configuration.."));
    }

    @Test
    void theLocalCloudAndTheClientAndTheSettingsKnowNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage(US + "configuration..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others("configuration")));
        check(noClasses()
                .that()
                .resideInAPackage(US + "localcloud..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others("localcloud")));
        check(noClasses()
                .that()
                .resideInAPackage(US + "client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others("client")));
    }

    /** Whoever judges shares nothing with the judged but the way in. */
    @Test
    void chaosKnowsTheClientAlone() {
        check(noClasses()
                .that()
                .resideInAPackage(US + "chaos..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others("chaos"))
                        .filter(module -> !module.equals(US + "client.."))
                        .toArray(String[]::new)));
    }

    @Test
    void adaptersDontKnowEachOtherNorWhoUsesThem() {
        check(noClasses()
                .that()
                .resideInAPackage(US + "aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(US + "onnx..", US + "web..", US + "workers..", US + "worker.."));
        check(noClasses()
                .that()
                .resideInAPackage(US + "onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(US + "aws..", US + "web..", US + "workers..", US + "worker.."));
        check(noClasses()
                .that()
                .resideInAPackage(US + "telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(US + "aws..", US + "onnx..", US + "web..", US + "workers..", US + "worker.."));
        check(noClasses()
                .that()
                .resideInAnyPackage(US + "web..", US + "workers..", US + "worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(US + "aws..", US + "onnx.."));
    }

    private static String[] others(String own) {
        return Stream.of(
                        "domain",
                        "configuration",
                        "aws",
                        "onnx",
                        "telemetry",
                        "localcloud",
                        "client",
                        "chaos",
                        "web",
                        "workers",
                        "worker")
                .filter(module -> !module.equals(own))
                .map(module -> US + module + "..")
                .toArray(String[]::new);
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }
}
