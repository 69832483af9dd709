package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.fleet.Offering;
import java.util.List;
import java.util.Optional;

/**
 * How instances are launched. The keys are those of {@link Ec2Beans}.
 *
 * @param fleet marks the instances that are ours: the value of the tag {@value #FLEET_TAG}
 * @param launchTemplate says what isn't said here, the machine image above all; written as {@code lt-id} or {@code
 *     lt-id:version}
 * @param imageId the machine image to boot, unless there is a launch template
 * @param offerings machine types and zones or subnets, the preferred first; written as {@code type}, {@code type@zone} or
 *     {@code type@subnet-id}
 * @param workerCommand the program on the machine that is the worker, an absolute path
 */
public record Ec2Settings(
        String fleet, Optional<String> launchTemplate, String imageId, List<Offering> offerings, String workerCommand) {

    static final String FLEET = "elastic.fleet.name";
    static final String LAUNCH_TEMPLATE = "elastic.fleet.launch-template";
    static final String IMAGE_ID = "elastic.fleet.image-id";
    static final String INSTANCE_TYPES = "elastic.fleet.instance-types";
    static final String INSTALL_SCRIPT = "elastic.fleet.install-script";
    static final String WORKER_COMMAND = "elastic.worker.command";
    static final String FLEET_TAG = "elastic-recognition:fleet";
    static final String DECISION_TAG = "elastic-recognition:decision";

    public Ec2Settings {
        requireMatch(FLEET, fleet, "[A-Za-z0-9_.-]{1,64}");
        launchTemplate.ifPresent(template ->
                requireMatch(LAUNCH_TEMPLATE, template, "lt-[0-9a-f]{8,17}(:([1-9]\\d*|\\$Latest|\\$Default))?"));
        requireMatch(IMAGE_ID, imageId, "ami-[0-9a-f]{8,17}");
        requireMatch(WORKER_COMMAND, workerCommand, "/\\P{Cntrl}+");
        offerings = List.copyOf(offerings);
        if (offerings.isEmpty()) {
            throw new IllegalArgumentException(INSTANCE_TYPES + " must name an instance type or more");
        }
    }

    /** The offering that is written as {@code type} or {@code type@place}. */
    static Offering offering(String text) {
        requireMatch(INSTANCE_TYPES, text, "[a-z0-9-]+\\.[a-z0-9-]+(@[a-z0-9-]+)?");
        int at = text.indexOf('@');
        return at < 0 ? new Offering(text, "") : new Offering(text.substring(0, at), text.substring(at + 1));
    }

    private static void requireMatch(String key, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException("%s must match %s, unlike '%s'".formatted(key, pattern, value));
        }
    }
}
