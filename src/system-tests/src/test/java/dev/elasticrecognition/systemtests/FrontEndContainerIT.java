package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import dev.elasticrecognition.domain.scaling.ScaleFleet;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside the container, with the modules and libraries of the EAR that is shipped: its parts find each other through its {@code lib/}. The server
 * is given stores that don't answer, and what depends on them says so instead of losing anything.
 */
@ExtendWith(ArquillianExtension.class)
class FrontEndContainerIT {

    @Inject
    SubmitImage submitImage;

    @Inject
    FindRequest findRequest;

    @Inject
    ScaleFleet scaleFleet;

    @Deployment
    static EnterpriseArchive frontEnd() {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClass(FrontEndContainerIT.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        EnterpriseArchive frontEnd =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("elastic.ear")));
        // The descriptor lists the modules and so hides the tests; without it all are found.
        frontEnd.delete("META-INF/application.xml");
        return frontEnd.addAsModule(Testable.archiveToTest(tests));
    }

    @Test
    void theUseCasesArePutTogetherFromTheSharedLibraries() {
        assertThat(submitImage).isNotNull();
        assertThat(findRequest).isNotNull();
        assertThat(scaleFleet).isNotNull();
    }

    @Test
    void aPictureIsNotAcceptedWhenItCannotBeStored() {
        RecognitionRequest request = new RecognitionRequest(
                RequestId.at(Instant.EPOCH),
                new SubmittedImage("rocket.jpg", ImageType.JPEG, 1, "0".repeat(64)),
                "nowhere");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> submitImage.submit(request, new byte[] {1}))
                .withMessageContaining("elastic-input");
    }

    @Test
    void anUnknownFleetIsNotTakenForAnEmptyOne() {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(scaleFleet::tick);
    }
}
