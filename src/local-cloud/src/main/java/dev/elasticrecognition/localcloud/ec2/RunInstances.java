package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.instances.Instances;
import dev.elasticrecognition.localcloud.instances.LaunchRequest;
import dev.elasticrecognition.localcloud.instances.Reservation;
import dev.elasticrecognition.localcloud.instances.ShutdownBehavior;
import dev.elasticrecognition.localcloud.instances.Tags;
import dev.elasticrecognition.localcloud.instances.UserData;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Launches instances. Image, launch template, type, key pair, network and disks are taken as they are: an instance is a process here.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html">RunInstances</a>
 */
final class RunInstances implements Action {

    private static final int MAX_USER_DATA = 16 * 1024;
    private static final int MAX_COUNT = 1000;
    private static final String DEFAULT_TYPE = "m1.small";
    private static final Pattern IMAGE_ID = Pattern.compile("ami-[0-9a-f]{8}([0-9a-f]{9})?");
    private static final String IMAGE_OF_TEMPLATES = "ami-00000000";
    private static final Pattern TEMPLATE_ID = Pattern.compile("lt-[0-9a-f]{8}([0-9a-f]{9})?");
    private static final Pattern INSTANCE_TYPE = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");

    private final Instances instances;
    private final InstanceXml instanceXml;
    private final String region;

    RunInstances(Instances instances, InstanceXml instanceXml, String region) {
        this.instances = instances;
        this.instanceXml = instanceXml;
        this.region = region;
    }

    @Override
    public Answer perform(QueryParameters request) {
        Reservation reservation = instances.launch(parsed(request));
        return xml -> instanceXml.reservation(xml, reservation);
    }

    @Override
    public void check(QueryParameters request) {
        parsed(request);
    }

    private LaunchRequest parsed(QueryParameters request) {
        int minCount = count(request, "MinCount");
        int maxCount = count(request, "MaxCount");
        if (minCount > maxCount) {
            throw request.invalid("MinCount", "it exceeds MaxCount");
        }
        Map<String, String> tags = RequestedTags.forInstances(request);
        Tags.requireValid(tags);
        return new LaunchRequest(
                minCount,
                maxCount,
                imageId(request),
                instanceType(request),
                request.textOrEmpty("KeyName"),
                availabilityZone(request),
                instanceProfile(request),
                shutdownBehavior(request),
                tags,
                userData(request),
                clientToken(request),
                request.digestWithout(Set.of("ClientToken", "DryRun", "Version")));
    }

    private static int count(QueryParameters request, String name) {
        request.required(name);
        return request.number(name, 1, MAX_COUNT).orElseThrow();
    }

    /** A launch template names an image; which one, nobody knows here. */
    private static String imageId(QueryParameters request) {
        String imageId =
                isTemplated(request) ? request.text("ImageId").orElse(IMAGE_OF_TEMPLATES) : request.required("ImageId");
        if (!IMAGE_ID.matcher(imageId).matches()) {
            throw ErrorCode.INVALID_AMI_ID_MALFORMED.error("Invalid id: \"%s\" (expecting \"ami-...\")", imageId);
        }
        return imageId;
    }

    private static boolean isTemplated(QueryParameters request) {
        Optional<String> id = request.text("LaunchTemplate.LaunchTemplateId");
        id.filter(text -> !TEMPLATE_ID.matcher(text).matches()).ifPresent(malformed -> {
            throw ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_MALFORMED.error(
                    "Invalid id: \"%s\" (expecting \"lt-...\")", malformed);
        });
        return id.isPresent()
                || request.text("LaunchTemplate.LaunchTemplateName").isPresent();
    }

    private static String instanceType(QueryParameters request) {
        String type = request.text("InstanceType").orElse(DEFAULT_TYPE);
        if (!INSTANCE_TYPE.matcher(type).matches()) {
            throw request.invalid("InstanceType", "a type such as t3.micro is expected");
        }
        return type;
    }

    private String availabilityZone(QueryParameters request) {
        String zone = request.text("Placement.AvailabilityZone").orElse(region + "a");
        if (!zone.matches(Pattern.quote(region) + "[a-z]")) {
            throw ErrorCode.INVALID_PARAMETER_VALUE.error("Invalid availability zone: [%s]", zone);
        }
        return zone;
    }

    private static String instanceProfile(QueryParameters request) {
        String arn = request.textOrEmpty("IamInstanceProfile.Arn");
        return request.text("IamInstanceProfile.Name").orElse(arn.substring(arn.lastIndexOf('/') + 1));
    }

    private static ShutdownBehavior shutdownBehavior(QueryParameters request) {
        return switch (request.textOrEmpty("InstanceInitiatedShutdownBehavior")) {
            case "terminate" -> ShutdownBehavior.TERMINATE;
            case "stop", "" -> ShutdownBehavior.STOP;
            default -> throw request.invalid("InstanceInitiatedShutdownBehavior", "stop or terminate is expected");
        };
    }

    private static UserData userData(QueryParameters request) {
        byte[] userData = decoded(request.textOrEmpty("UserData"));
        if (userData.length > MAX_USER_DATA) {
            throw ErrorCode.INVALID_PARAMETER_VALUE.error("User data is limited to 16384 bytes");
        }
        return UserData.of(userData);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException malformed) {
            throw ErrorCode.INVALID_USER_DATA_MALFORMED.error("Invalid BASE64 encoding of user data");
        }
    }

    private static String clientToken(QueryParameters request) {
        String token = request.textOrEmpty("ClientToken");
        if (!token.matches("\\p{ASCII}{0,64}")) {
            throw request.invalid("ClientToken", "64 ASCII characters at most are expected");
        }
        return token;
    }
}
