package dev.elasticrecognition.systemtests;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Submission;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Instant;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
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

    /** The tests go into the web module, since there the use cases are put together. */
    @Deployment
    static EnterpriseArchive frontEnd() {
        EnterpriseArchive frontEnd =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("elastic.ear")));
        ArchivePath webModule = frontEnd.getContent(Filters.include("/[^/]*\\.war"))
                .keySet()
                .iterator()
                .next();
        Testable.archiveToTest(frontEnd.getAsType(WebArchive.class, webModule).addClass(FrontEndContainerIT.class));
        // The descriptor gives the web module a context root that the tests' entrance isn't looked for at.
        frontEnd.delete("META-INF/application.xml");
        return frontEnd;
    }

    @Test
    void theUseCasesArePutTogetherFromTheSharedLibraries() {
        assertNotNull(submitImage);
        assertNotNull(findRequest);
        assertNotNull(scaleFleet);
    }

    @Test
    void aPictureIsNotAcceptedWhenItCannotBeStored() {
        Submission submission = new Submission(
                RequestId.at(Instant.EPOCH),
                new SubmittedImage("rocket.jpg", ImageType.JPEG, 1, "0".repeat(64)),
                Submission.UNKNOWN_CLIENT,
                Optional.empty());
        RecognitionRequest request = new RecognitionRequest(submission, "nowhere", "");

        Unavailable refused = assertThrows(
                Unavailable.class, () -> submitImage.submit(request, ImageContent.of(new byte[] {1}), false));

        assertTrue(refused.getMessage().contains("elastic-input"), refused.getMessage());
    }

    @Test
    void anUnknownFleetIsNotTakenForAnEmptyOne() {
        assertThrows(Unavailable.class, scaleFleet::tick);
    }
}
