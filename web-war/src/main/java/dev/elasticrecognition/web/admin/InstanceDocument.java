package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Member;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;

/**
 * One instance. What it isn't known of is absent.
 *
 * @param stage {@code pending}, {@code starting}, {@code ready}, {@code draining}, {@code terminating}, {@code stopped} or
 *     {@code terminated}
 * @param age how long ago it was launched or started, ISO 8601
 * @param launch the token of the launch that it comes from, which begins with the decision's id
 * @param heartbeat the last that its worker sent
 */
@JsonbPropertyOrder({"id", "stage", "age", "launch", "heartbeat"})
public record InstanceDocument(String id, String stage, String age, String launch, HeartbeatDocument heartbeat) {

    static InstanceDocument of(Member member) {
        return new InstanceDocument(
                member.id(),
                Words.of(member.stage()),
                member.age().toString(),
                member.instance().decision().isEmpty()
                        ? null
                        : member.instance().decision(),
                member.heartbeat()
                        .map(last -> HeartbeatDocument.of(last, member.silence()))
                        .orElse(null));
    }

    /**
     * What a worker said of itself.
     *
     * @param age how long ago it came, ISO 8601
     * @param state {@code ready}, {@code draining} or {@code drained}
     * @param inProgress requests that it holds
     * @param done requests that it answered since it started
     * @param model names the model that it answers with
     */
    @JsonbPropertyOrder({"age", "state", "inProgress", "done", "model"})
    public record HeartbeatDocument(String age, String state, int inProgress, long done, String model) {

        static HeartbeatDocument of(Heartbeat heartbeat, Duration age) {
            return new HeartbeatDocument(
                    age.toString(),
                    Words.of(heartbeat.state()),
                    heartbeat.inProgress(),
                    heartbeat.done(),
                    heartbeat.modelId());
        }
    }
}
