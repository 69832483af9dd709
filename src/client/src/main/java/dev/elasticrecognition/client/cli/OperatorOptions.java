package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Credentials;
import dev.elasticrecognition.client.FleetClient;
import dev.elasticrecognition.client.local.OperatorPassword;
import dev.elasticrecognition.client.local.Ports;
import dev.elasticrecognition.client.local.Running;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options that say which fleet is meant, and by what its operator is known. Without an address it is that of the local
 * system, whose password is known as long as the front end's log has it.
 */
final class OperatorOptions {

    private static final URI USUAL = URI.create("http://localhost:9080");

    @Option(names = "--url", description = "The service (the local system's, else http://localhost:9080).")
    private URI url;

    @Option(names = "--operator", defaultValue = "operator", description = "Your name (${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            echo = false,
            description =
                    "Ask for the password. Else it is taken from the environment, ELASTIC_OPERATOR_PASSWORD, or, of a"
                            + " local system that runs for the first time, from its log.")
    private String password;

    @Option(names = "--token", description = "An operator's bearer token instead; also as ELASTIC_TOKEN.")
    private String token;

    @Mixin
    private Place place;

    FleetClient client(CommandSpec spec) {
        Optional<URI> local = url == null ? localService() : Optional.empty();
        URI service = Optional.ofNullable(url).or(() -> local).orElse(USUAL);
        try {
            return new FleetClient(service, credentials(local.isPresent()).orElseThrow(OperatorOptions::noCredentials));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<URI> localService() {
        return Running.in(place.data())
                .filter(Running::isAlive)
                .map(Running::ports)
                .map(Ports::service);
    }

    private Optional<Credentials> credentials(boolean local) {
        Optional<String> secret = Optional.ofNullable(password).or(() -> environment("ELASTIC_OPERATOR_PASSWORD"));
        Optional<String> bearer = Optional.ofNullable(token)
                .or(() -> secret.isPresent() ? Optional.empty() : environment("ELASTIC_TOKEN"));
        return bearer.map(Credentials::bearer)
                .or(() -> secret.or(() -> local ? OperatorPassword.toldIn(place.data()) : Optional.empty())
                        .map(known -> Credentials.operator(name, known)));
    }

    private static Optional<String> environment(String variable) {
        return Optional.ofNullable(System.getenv(variable));
    }

    private static IllegalArgumentException noCredentials() {
        return new IllegalArgumentException(
                "the operator's password is missing: set ELASTIC_OPERATOR_PASSWORD, or give --password to be asked for it");
    }
}
