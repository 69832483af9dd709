package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/**
 * Gives the user data of an instance back; other attributes are not known here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html">DescribeInstanceAttribute</a>
 */
final class DescribeInstanceAttribute implements Action {

    private final InstanceTable table;
    private final InstanceDirectories directories;

    DescribeInstanceAttribute(InstanceTable table, InstanceDirectories directories) {
        this.table = table;
        this.directories = directories;
    }

    @Override
    public Answer perform(QueryParameters request) {
        if (!request.required("Attribute").equals("userData")) {
            throw request.invalid("Attribute", "only userData is known here");
        }
        String id = request.required("InstanceId");
        table.seen(List.of(id));
        String userData = Base64.getEncoder().encodeToString(read(id));
        return xml -> {
            xml.text("instanceId", id);
            xml.element("userData", () -> xml.textIfAny("value", userData));
        };
    }

    private byte[] read(String id) {
        try {
            return directories.of(id).userData();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the user data of instance " + id, failure);
        }
    }
}
