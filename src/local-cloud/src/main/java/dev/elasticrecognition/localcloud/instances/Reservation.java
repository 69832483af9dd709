package dev.elasticrecognition.localcloud.instances;

import java.util.List;

/** The instances of one launch. */
public record Reservation(String id, List<Instance> instances) {}
