package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceState;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.util.List;

/**
 * Lists the status of the running instances, or of all. A running instance passes its checks at once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html">DescribeInstanceStatus</a>
 */
final class DescribeInstanceStatus implements Action {

    private final InstanceTable table;

    DescribeInstanceStatus(InstanceTable table) {
        this.table = table;
    }

    @Override
    public Answer perform(QueryParameters request) {
        boolean all = request.flag("IncludeAllInstances");
        List<Instance> shown = DescribeInstances.selected(request, table, new InstanceStatusFilters()).stream()
                .filter(instance -> all || isRunning(instance))
                .toList();
        Page page = Page.of(request, shown);
        return xml -> {
            xml.list("instanceStatusSet", page.instances(), instance -> write(xml, instance));
            page.write(xml);
        };
    }

    private static boolean isRunning(Instance instance) {
        return instance.state() == InstanceState.RUNNING;
    }

    private static void write(XmlAnswer xml, Instance instance) {
        xml.text("instanceId", instance.id());
        xml.text("availabilityZone", instance.launch().availabilityZone());
        InstanceXml.state(xml, "instanceState", instance.state());
        check(xml, "instanceStatus", instance);
        check(xml, "systemStatus", instance);
    }

    private static void check(XmlAnswer xml, String name, Instance instance) {
        xml.element(name, () -> {
            xml.text("status", status(instance));
            xml.list("details", reachability(instance), reachability -> {
                xml.text("name", "reachability");
                xml.text("status", reachability);
            });
        });
    }

    static String status(Instance instance) {
        return isRunning(instance) ? "ok" : "not-applicable";
    }

    static List<String> reachability(Instance instance) {
        return isRunning(instance) ? List.of("passed") : List.of();
    }
}
