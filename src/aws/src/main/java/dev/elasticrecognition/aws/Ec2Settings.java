package dev.elasticrecognition.aws;

/**
 * How instances are launched. The keys are those of {@link Ec2Beans}.
 *
 * @param fleet marks the instances that are ours: the value of the tag {@value #FLEET_TAG}
 * @param imageId the machine image to boot
 * @param instanceType the machine's size
 * @param workerCommand the program on the machine that is the worker, an absolute path
 */
public record Ec2Settings(String fleet, String imageId, String instanceType, String workerCommand) {

    static final String FLEET = "elastic.fleet.name";
    static final String IMAGE_ID = "elastic.fleet.image-id";
    static final String INSTANCE_TYPE = "elastic.fleet.instance-type";
    static final String WORKER_COMMAND = "elastic.worker.command";
    static final String FLEET_TAG = "elastic-recognition:fleet";

    public Ec2Settings {
        requireMatch(FLEET, fleet, "[A-Za-z0-9_.-]{1,64}");
        requireMatch(IMAGE_ID, imageId, "ami-[0-9a-f]{8,17}");
        requireMatch(INSTANCE_TYPE, instanceType, "[a-z0-9-]+\\.[a-z0-9-]+");
        requireMatch(WORKER_COMMAND, workerCommand, "/\\P{Cntrl}+");
    }

    private static void requireMatch(String key, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException("%s must match %s, unlike '%s'".formatted(key, pattern, value));
        }
    }
}
