package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.Member.Stage;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.scaling.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was seen at one moment.
 *
 * @param known whether all of it was seen just now: the cloud and every heartbeat; otherwise some is as it was last seen
 * @param fleet as the cloud described it
 * @param members its instances, ended ones included
 * @param observation the sums that decisions are made from
 * @param answerTimes how long the answers took that front ends saw in the last minute
 */
record Sight(boolean known, Fleet fleet, List<Member> members, Observation observation, LatencyHistogram answerTimes) {

    Sight {
        members = List.copyOf(members);
    }

    Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** Instances without a heartbeat yet, the newest first. */
    List<Member> booting() {
        return members.stream()
                .filter(member -> member.stage() == Stage.PENDING || member.stage() == Stage.STARTING)
                .sorted(Comparator.comparing(Member::age))
                .toList();
    }

    List<Member> in(Stage stage) {
        return members.stream().filter(member -> member.stage() == stage).toList();
    }
}
