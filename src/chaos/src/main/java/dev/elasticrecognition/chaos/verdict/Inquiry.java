package dev.elasticrecognition.chaos.verdict;

import dev.elasticrecognition.chaos.load.Load;
import dev.elasticrecognition.chaos.system.Census;
import dev.elasticrecognition.chaos.system.FrontEnd;
import dev.elasticrecognition.chaos.system.LocalSystem;
import dev.elasticrecognition.chaos.system.Stores;
import dev.elasticrecognition.chaos.verdict.Evidence.FleetEvidence;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for the system to come to rest, and gathers what is left then. */
public record Inquiry(LocalSystem system, Stores stores, FrontEnd front, Load load, Census census) {

    private static final String RESULT = ".json";

    private static final long BETWEEN_LOOKS_MILLIS = 500;

    /** The ledger is counted once a second. */
    private static final Duration RECOUNT = Duration.ofMillis(1500);

    /**
     * Gathers.
     *
     * @param labels what each photograph is
     * @param maximum how many instances there may be
     * @param patience how long to wait for answers, and for as long again until queue and fleet are empty
     */
    public Evidence gather(Map<String, String> labels, int maximum, Duration patience)
            throws IOException, InterruptedException {
        load.collect(patience);
        long end = System.nanoTime() + patience.toNanos();
        await(() -> messages() == 0, end);
        await(() -> system.instances().up().isEmpty(), end);
        await(() -> system.instances().processes().isEmpty(), end);
        TimeUnit.MILLISECONDS.sleep(RECOUNT.toMillis());
        return new Evidence(
                labels,
                load.uploads(),
                stores.pictures(),
                results(),
                front.ledger(),
                messages(),
                stores.messages("elastic-dead-letters") + stores.deadLetters(),
                new FleetEvidence(
                        maximum,
                        census.most(),
                        front.busyKilled(),
                        system.instances().up(),
                        system.instances().processes().size()));
    }

    private int messages() {
        return stores.messages("elastic-requests");
    }

    private Map<String, Optional<String>> results() {
        Map<String, Optional<String>> results = new HashMap<>();
        for (String key : stores.results()) {
            if (key.endsWith(RESULT)) {
                results.put(key.substring(0, key.length() - RESULT.length()), label(stores.result(key)));
            } else {
                results.put(key, Optional.empty());
            }
        }
        return results;
    }

    private static Optional<String> label(String result) {
        try (JsonReader reader = Json.createReader(new StringReader(result))) {
            JsonObject output = reader.readObject().getJsonObject("output");
            return Optional.ofNullable(output.getString("label", null));
        }
    }

    private static void await(BooleanSupplier what, long end) throws InterruptedException {
        while (!what.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}
