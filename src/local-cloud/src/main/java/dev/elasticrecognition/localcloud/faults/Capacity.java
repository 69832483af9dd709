package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.ec2.Wildcard;
import dev.elasticrecognition.localcloud.instances.LaunchRequest;
import java.util.List;
import java.util.Optional;

/**
 * Few machines are free.
 *
 * @param instances how many a launch can get at most, from 0
 * @param instanceTypes the types that it concerns, with wildcards; none stands for all
 * @param zones the availability zones that it concerns, with wildcards; none stands for all
 */
record Capacity(
        int instances, List<String> instanceTypes, List<String> zones, Optional<Integer> times, Optional<Double> share)
        implements Fault {

    Capacity {
        instanceTypes = Checks.orNone(instanceTypes);
        zones = Checks.orNone(zones);
        Checks.require(instances >= 0, "instances must not be negative");
        Checks.requireOccasions(times, share);
    }

    boolean concerns(LaunchRequest request) {
        return matches(instanceTypes, request.instanceType()) && matches(zones, request.availabilityZone());
    }

    private static boolean matches(List<String> wildcards, String text) {
        return wildcards.isEmpty() || wildcards.stream().map(Wildcard::of).anyMatch(wildcard -> wildcard.matches(text));
    }
}
