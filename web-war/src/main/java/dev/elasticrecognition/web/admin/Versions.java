package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Versions of settings, told by entity tags, so that nobody's change gets lost. */
final class Versions {

    private Versions() {}

    static Response answer(SettingsDocument document) {
        return Response.ok(document).tag(tag(document)).build();
    }

    static EntityTag tag(SettingsDocument document) {
        return new EntityTag(document.tag());
    }

    static ProblemException conditionMissing() {
        return new ProblemException(
                ProblemType.CONDITION_MISSING,
                "GET the settings, and send their ETag in the header 'If-Match' with the change.");
    }

    static ProblemException changedMeanwhile() {
        return new ProblemException(
                ProblemType.SETTINGS_CHANGED, "GET them again, and change what is there now if it still is needed.");
    }
}
