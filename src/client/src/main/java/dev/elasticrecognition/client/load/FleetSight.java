package dev.elasticrecognition.client.load;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the fleet stood at one moment.
 *
 * @param queue requests in the queue, those that are being worked on included; empty when the queue couldn't be asked
 * @param unanswered requests that front ends wait for
 * @param desired instances that there shall be
 * @param pending instances that were launched and don't work yet
 * @param ready instances that work, or could
 * @param draining instances that finish what they have
 * @param terminating instances that are being ended
 */
record FleetSight(
        OptionalInt queue, int unanswered, int desired, int pending, int ready, int draining, int terminating) {

    /**
     * Reads it off.
     *
     * @param fleet the document that the service answers with
     * @return empty if the service couldn't ask the cloud for its instances
     */
    static Optional<FleetSight> of(JsonObject fleet) {
        JsonObject observation = fleet.getJsonObject("observation");
        boolean known = observation.getJsonObject("supply").getBoolean("known");
        return known ? Optional.of(sight(fleet, observation)) : Optional.empty();
    }

    private static FleetSight sight(JsonObject fleet, JsonObject observation) {
        JsonObject demand = observation.getJsonObject("demand");
        JsonObject supply = observation.getJsonObject("supply");
        OptionalInt queue =
                demand.isNull("queue") ? OptionalInt.empty() : OptionalInt.of(sum(demand.getJsonObject("queue")));
        return new FleetSight(
                queue,
                demand.getInt("unanswered"),
                fleet.getInt("desiredCapacity"),
                supply.getInt("launched") + supply.getInt("pending") + supply.getInt("starting"),
                supply.getInt("ready"),
                supply.getInt("draining"),
                supply.getInt("terminating"));
    }

    /** All instances that there are, in whatever state. */
    int instances() {
        return pending + ready + draining + terminating;
    }

    private static int sum(JsonObject queue) {
        return queue.getInt("visible") + queue.getInt("inFlight") + queue.getInt("delayed");
    }
}
