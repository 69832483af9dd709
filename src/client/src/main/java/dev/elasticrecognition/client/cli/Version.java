package dev.elasticrecognition.client.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Elastic.class.getPackage().getImplementationVersion();
        return new String[] {
            "Elastic Recognition " + Optional.ofNullable(version).orElse("(not packaged)")
        };
    }
}
