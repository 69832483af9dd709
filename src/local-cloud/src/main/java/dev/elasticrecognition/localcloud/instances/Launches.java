package dev.elasticrecognition.localcloud.instances;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Launches instances within the quota and the capacity. A launch with a client token happens once: the same request again finds what the
 * first one made.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html">Ensuring idempotency</a>
 */
public final class Launches {

    private final InstanceTable table;
    private final InstanceDirectories directories;
    private final Conditions conditions;
    private final InstantSource clock;
    private final int quota;

    public Launches(
            InstanceTable table,
            InstanceDirectories directories,
            Conditions conditions,
            InstantSource clock,
            int quota) {
        this.table = table;
        this.directories = directories;
        this.conditions = conditions;
        this.clock = clock;
        this.quota = quota;
    }

    /**
     * As many instances as quota and capacity let, up to the maximum; all of them pending. The lifecycle boots them.
     *
     * @throws dev.elasticrecognition.localcloud.errors.ServiceError if the minimum does not fit, or the token was used
     *     with other parameters
     */
    public Reservation launch(LaunchRequest request) {
        synchronized (table) {
            return table.token(request.clientToken())
                    .map(used -> repeated(used, request))
                    .orElseGet(() -> launched(request));
        }
    }

    private Reservation repeated(LaunchToken used, LaunchRequest request) {
        if (!used.parameters().equals(request.parameters())) {
            throw ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH.error(
                    "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
        }
        return new Reservation(used.reservationId(), table.reserved(used.reservationId()));
    }

    private Reservation launched(LaunchRequest request) {
        String reservationId = InstanceIds.newReservationId();
        Instant now = clock.instant();
        List<Instance> instances = IntStream.range(0, granted(request))
                .mapToObj(index -> instance(request, reservationId, index, now))
                .toList();
        table.add(
                instances,
                request.hasClientToken()
                        ? Optional.of(new LaunchToken(request.clientToken(), request.parameters(), reservationId))
                        : Optional.empty());
        return new Reservation(reservationId, instances);
    }

    private Instance instance(LaunchRequest request, String reservationId, int index, Instant now) {
        String id = InstanceIds.newInstanceId();
        try {
            directories.of(id).create(request.userData());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make the directory of instance " + id, failure);
        }
        Launch launch = request.launch(reservationId, table.lastOrder() + 1 + index, index, now);
        return Instance.pending(id, launch, new TreeMap<>(request.tags()));
    }

    private int granted(LaunchRequest request) {
        int free = free();
        if (free < request.minCount()) {
            throw limitExceeded(request.minCount());
        }
        int capacity = conditions.capacity(request);
        if (capacity < request.minCount()) {
            throw ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY.error(
                    "We currently do not have sufficient %s capacity in the Availability Zone you requested (%s).",
                    request.instanceType(), request.availabilityZone());
        }
        return Math.min(request.maxCount(), Math.min(free, capacity));
    }

    /** Refuses what would make more instances run than the quota lets. */
    void requireFree(int count) {
        if (free() < count) {
            throw limitExceeded(count);
        }
    }

    private int free() {
        long used = table.all().stream()
                .filter(instance -> instance.state().usesMachine())
                .count();
        return (int) Math.max(0, quota - used);
    }

    private RuntimeException limitExceeded(int wanted) {
        return ErrorCode.INSTANCE_LIMIT_EXCEEDED.error(
                "You have requested %d more instances, but only %d of %d are free (option --max-instances)",
                wanted, free(), quota);
    }
}
