package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import dev.elasticrecognition.localcloud.instances.Reservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists instances by id or filter, in pages, grouped by the launch that they come from.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html">DescribeInstances</a>
 */
final class DescribeInstances implements Action {

    private final InstanceTable table;
    private final InstanceXml instanceXml;

    DescribeInstances(InstanceTable table, InstanceXml instanceXml) {
        this.table = table;
        this.instanceXml = instanceXml;
    }

    @Override
    public Answer perform(QueryParameters request) {
        Page page = Page.of(request, selected(request, table, new InstanceFilters()));
        return xml -> {
            xml.list("reservationSet", byReservation(page), one -> instanceXml.reservation(xml, one));
            page.write(xml);
        };
    }

    static List<Instance> selected(
            QueryParameters request, InstanceTable table, Filters.Vocabulary<Instance> vocabulary) {
        List<String> ids = request.list("InstanceId");
        Page.requireNoSizeFor(ids, request);
        List<Instance> named = ids.isEmpty() ? table.seen() : table.seen(ids);
        return named.stream().filter(Filters.in(request, vocabulary)).toList();
    }

    private static List<Reservation> byReservation(Page page) {
        Map<String, List<Instance>> reservations = new LinkedHashMap<>();
        page.instances()
                .forEach(instance -> reservations
                        .computeIfAbsent(instance.launch().reservationId(), id -> new ArrayList<>())
                        .add(instance));
        return reservations.entrySet().stream()
                .map(entry -> new Reservation(entry.getKey(), entry.getValue()))
                .toList();
    }
}
