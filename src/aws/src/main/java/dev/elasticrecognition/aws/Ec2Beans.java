package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.fleet.FleetProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Makes the fleet's provider from the settings; only the front end asks for it. */
@ApplicationScoped
public class Ec2Beans {

    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(30);

    @Produces
    @Singleton
    Ec2Client ec2(SdkHttpClient http, WatchedCalls watched) {
        return Ec2Client.builder()
                .httpClient(http)
                .overrideConfiguration(bounded -> bounded.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(ALL_ATTEMPTS)
                        .addExecutionInterceptor(watched))
                .build();
    }

    void close(@Disposes Ec2Client ec2) {
        ec2.close();
    }

    @Produces
    @ApplicationScoped
    FleetProvider fleetProvider(
            Ec2Client ec2,
            AwsSettings settings,
            @ConfigProperty(name = Ec2Settings.FLEET) String fleet,
            @ConfigProperty(name = Ec2Settings.LAUNCH_TEMPLATE) Optional<String> launchTemplate,
            @ConfigProperty(name = Ec2Settings.IMAGE_ID) String imageId,
            @ConfigProperty(name = Ec2Settings.INSTANCE_TYPES) List<String> instanceTypes,
            @ConfigProperty(name = Ec2Settings.INSTALL_SCRIPT) Optional<Path> installScript,
            @ConfigProperty(name = Ec2Settings.WORKER_COMMAND) String workerCommand) {
        var offerings = instanceTypes.stream().map(Ec2Settings::offering).toList();
        Ec2Settings launching = new Ec2Settings(fleet, launchTemplate, imageId, offerings, workerCommand);
        String install = installScript.map(Ec2Beans::read).orElse("");
        return new Ec2FleetProvider(
                ec2, launching, WorkerUserData.of(settings, System.getenv(), install, launching.workerCommand()));
    }

    private static String read(Path installScript) {
        try {
            return Files.readString(installScript);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s must be a file that can be read: %s".formatted(Ec2Settings.INSTALL_SCRIPT, e), e);
        }
    }
}
