package dev.elasticrecognition.localcloud.metadata;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.instances.Conditions;
import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.Launch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What an instance is told of itself, as a tree. */
final class InstanceFacts {

    private static final Duration CREDENTIALS_LAST = Duration.ofHours(6);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String region;
    private final String accountId;
    private final AccessKey key;
    private final Conditions conditions;

    InstanceFacts(String region, String accountId, AccessKey key, Conditions conditions) {
        this.region = region;
        this.accountId = accountId;
        this.key = key;
        this.conditions = conditions;
    }

    MetadataTree of(Instance instance, Instant now) {
        Launch launch = instance.launch();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("meta-data/ami-id", launch.imageId());
        facts.put("meta-data/ami-launch-index", Integer.toString(launch.index()));
        facts.put("meta-data/instance-id", instance.id());
        facts.put("meta-data/instance-life-cycle", "on-demand");
        facts.put("meta-data/instance-type", launch.instanceType());
        facts.put("meta-data/local-hostname", "localhost");
        facts.put("meta-data/hostname", "localhost");
        facts.put("meta-data/local-ipv4", Instance.ADDRESS);
        facts.put("meta-data/placement/availability-zone", launch.availabilityZone());
        facts.put("meta-data/placement/region", region);
        facts.put("meta-data/reservation-id", launch.reservationId());
        facts.put("meta-data/services/domain", "amazonaws.com");
        facts.put("meta-data/services/partition", "aws");
        facts.put("meta-data/iam/security-credentials/" + role(launch), credentials(now));
        instance.tags().forEach((name, value) -> facts.put("meta-data/tags/instance/" + name, value));
        conditions.interruption(instance.id()).ifPresent(end -> facts.putAll(interruption(end)));
        facts.put("dynamic/instance-identity/document", identity(instance));
        return new MetadataTree(facts);
    }

    /** What a spot instance finds from the notice on, and a 404 before. */
    private static Map<String, String> interruption(Instant end) {
        String time = end.truncatedTo(ChronoUnit.SECONDS).toString();
        return Map.of(
                "meta-data/spot/instance-action",
                JSON.writeValueAsString(new TreeMap<>(Map.of("action", "terminate", "time", time))),
                "meta-data/spot/termination-time",
                time);
    }

    private static String role(Launch launch) {
        return launch.instanceProfile().isEmpty() ? "local-cloud" : launch.instanceProfile();
    }

    /** The access key of the cloud itself. A session token goes with it, because clients expect one from here. */
    private String credentials(Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> document = new LinkedHashMap<>();
        document.put("Code", "Success");
        document.put("LastUpdated", time.toString());
        document.put("Type", "AWS-HMAC");
        document.put("AccessKeyId", key.id());
        document.put("SecretAccessKey", key.secret());
        document.put("Token", "local-cloud");
        document.put("Expiration", time.plus(CREDENTIALS_LAST).toString());
        return JSON.writeValueAsString(document);
    }

    private String identity(Instance instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("accountId", accountId);
        document.put("architecture", System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64");
        document.put("availabilityZone", instance.launch().availabilityZone());
        document.put("imageId", instance.launch().imageId());
        document.put("instanceId", instance.id());
        document.put("instanceType", instance.launch().instanceType());
        document.put(
                "pendingTime",
                instance.launch().time().truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("privateIp", Instance.ADDRESS);
        document.put("region", region);
        document.put("version", "2017-09-30");
        return JSON.writeValueAsString(document);
    }
}
