package dev.elasticrecognition.localcloud.instances;

/** A client token that was used: which parameters came with it, and which reservation they made. */
public record LaunchToken(String token, String parameters, String reservationId) {}
