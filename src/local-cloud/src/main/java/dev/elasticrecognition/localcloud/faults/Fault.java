package dev.elasticrecognition.localcloud.faults;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * Something that goes wrong, with the occasions on which it does. What is shown of a fault besides, {@code hits}, may
 * be sent back and is ignored.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "capacity", value = Capacity.class),
    @JsonSubTypes.Type(name = "throttle", value = Throttle.class),
    @JsonSubTypes.Type(name = "internal-error", value = InternalFailure.class),
    @JsonSubTypes.Type(name = "lost-answer", value = LostAnswer.class),
    @JsonSubTypes.Type(name = "hidden", value = Hidden.class),
    @JsonSubTypes.Type(name = "stale", value = Stale.class),
    @JsonSubTypes.Type(name = "slow-boot", value = SlowBoot.class),
    @JsonSubTypes.Type(name = "stuck-boot", value = StuckBoot.class)
})
@JsonIgnoreProperties(Fault.HITS)
public sealed interface Fault permits CallFault, Capacity, Delay, StuckBoot {

    String HITS = "hits";

    /** On how many occasions it strikes, from 1; without end if empty. */
    Optional<Integer> times();

    /** Which part of the occasions it strikes, over 0 and up to 1; all of them if empty. */
    Optional<Double> share();
}
