package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceState;
import dev.elasticrecognition.localcloud.instances.Launch;
import dev.elasticrecognition.localcloud.instances.Reservation;
import dev.elasticrecognition.localcloud.instances.StateChange;
import java.util.List;

/** The parts of answers that are about instances. Some names on the wire differ from those of the SDKs. */
final class InstanceXml {

    private final String accountId;

    InstanceXml(String accountId) {
        this.accountId = accountId;
    }

    void reservation(XmlAnswer xml, Reservation reservation) {
        xml.text("reservationId", reservation.id());
        xml.text("ownerId", accountId);
        xml.list("groupSet", List.of(), group -> {});
        xml.list("instancesSet", reservation.instances(), instance -> instance(xml, instance));
    }

    private static void instance(XmlAnswer xml, Instance instance) {
        Launch launch = instance.launch();
        xml.text("instanceId", instance.id());
        xml.text("imageId", launch.imageId());
        state(xml, "instanceState", instance.state());
        xml.text("privateDnsName", "localhost");
        xml.text("dnsName", instance.state().isUp() ? "localhost" : "");
        reason(xml, instance);
        xml.textIfAny("keyName", launch.keyName());
        xml.number("amiLaunchIndex", launch.index());
        xml.text("instanceType", launch.instanceType());
        xml.text("launchTime", Timestamps.millis(launch.time()));
        xml.element("placement", () -> {
            xml.text("availabilityZone", launch.availabilityZone());
            xml.text("tenancy", "default");
        });
        address(xml, instance);
        xml.textIfAny("clientToken", launch.clientToken());
        xml.list("tagSet", instance.tags().entrySet(), tag -> {
            xml.text("key", tag.getKey());
            xml.text("value", tag.getValue());
        });
        xml.list("groupSet", List.of(), group -> {});
    }

    private static void address(XmlAnswer xml, Instance instance) {
        if (instance.state().usesMachine()) {
            xml.text("privateIpAddress", Instance.ADDRESS);
            xml.text("ipAddress", Instance.ADDRESS);
        }
    }

    private static void reason(XmlAnswer xml, Instance instance) {
        xml.text(
                "reason",
                instance.reason()
                        .map(reason -> "%s (%s)"
                                .formatted(
                                        reason.code().endsWith("UserInitiatedShutdown")
                                                ? "User initiated"
                                                : reason.code(),
                                        Timestamps.gmt(instance.since())))
                        .orElse(""));
        instance.reason()
                .ifPresent(reason -> xml.element("stateReason", () -> {
                    xml.text("code", reason.code());
                    xml.text("message", reason.message());
                }));
    }

    static void state(XmlAnswer xml, String name, InstanceState state) {
        xml.element(name, () -> {
            xml.number("code", state.code());
            xml.text("name", state.wireName());
        });
    }

    static void changes(XmlAnswer xml, List<StateChange> changes) {
        xml.list("instancesSet", changes, change -> {
            xml.text("instanceId", change.instanceId());
            state(xml, "currentState", change.current());
            state(xml, "previousState", change.previous());
        });
    }
}
