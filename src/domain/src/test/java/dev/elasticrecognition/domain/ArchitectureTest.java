package dev.elasticrecognition.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The domain knows the JDK and itself, and it's told what time it is. */
class ArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.elasticrecognition.domain");

    @Test
    void theDomainDependsOnTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.elasticrecognition.domain..")
                .check(DOMAIN);
    }

    @Test
    void itsPackagesHaveNoCycles() {
        slices().matching("dev.elasticrecognition.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DOMAIN);
    }

    @Test
    void recognitionAndScalingDontKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..recognition..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..scaling..")
                .check(DOMAIN);
        noClasses()
                .that()
                .resideInAPackage("..scaling..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..recognition..")
                .check(DOMAIN);
    }

    @Test
    void nobodyLooksAtTheClockUnasked() {
        noClasses().should().callMethod(Instant.class, "now").check(DOMAIN);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(DOMAIN);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(DOMAIN);
    }
}
