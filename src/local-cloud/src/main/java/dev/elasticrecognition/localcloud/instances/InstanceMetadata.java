package dev.elasticrecognition.localcloud.instances;

import java.io.IOException;
import java.net.URI;

/** Tells instances about themselves. */
public interface InstanceMetadata {

    /**
     * Opens the service of an instance, if it is not open: on the port that it had before, else on any free one.
     *
     * @throws IOException if the port is taken
     */
    URI open(Instance instance) throws IOException;

    /** Closes the service of an instance, if it is open. */
    void close(String instanceId);
}
