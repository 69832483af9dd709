package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/**
 * Gives what the processes of an instance have printed, the newest 64 KiB.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html">GetConsoleOutput</a>
 */
final class GetConsoleOutput implements Action {

    private final InstanceTable table;
    private final InstanceDirectories directories;
    private final InstantSource clock;

    GetConsoleOutput(InstanceTable table, InstanceDirectories directories, InstantSource clock) {
        this.table = table;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    public Answer perform(QueryParameters request) {
        String id = request.required("InstanceId");
        table.seen(List.of(id));
        String output = Base64.getEncoder().encodeToString(read(id));
        return xml -> {
            xml.text("instanceId", id);
            xml.text("timestamp", Timestamps.millis(clock.instant()));
            xml.text("output", output);
        };
    }

    private byte[] read(String id) {
        try {
            return directories.of(id).consoleTail();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the console of instance " + id, failure);
        }
    }
}
