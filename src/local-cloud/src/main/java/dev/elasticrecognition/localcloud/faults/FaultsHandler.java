package dev.elasticrecognition.localcloud.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.elasticrecognition.localcloud.errors.ServiceError;
import dev.elasticrecognition.localcloud.instances.Instances;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults over HTTP, in JSON: {@code /faults} can be got, put and deleted; {@code /faults/deaths} posted to
 * kills instances, and {@code /faults/interruptions} gives them notice, as EC2 does to spot instances.
 */
public final class FaultsHandler implements HttpHandler {

    /** Where the resource is. */
    public static final String PATH = "/faults";

    private static final Logger LOG = LoggerFactory.getLogger(FaultsHandler.class);
    private static final int MAX_BODY = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private final Faults faults;
    private final FaultyConditions conditions;
    private final Instances instances;
    private final Set<String> actions;

    /** @param actions the names that a fault can have for an action */
    public FaultsHandler(Faults faults, FaultyConditions conditions, Instances instances, Set<String> actions) {
        this.faults = faults;
        this.conditions = conditions;
        this.instances = instances;
        this.actions = actions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (JacksonException | IllegalArgumentException | ServiceError nonsense) {
                send(exchange, 400, Map.of("error", reason(nonsense)));
            } catch (RuntimeException failure) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
                send(exchange, 500, Map.of("error", "see the log"));
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET " + PATH -> send(exchange, 200, document());
            case "PUT " + PATH -> {
                arm(read(exchange, FaultPlan.class));
                send(exchange, 200, document());
            }
            case "DELETE " + PATH -> {
                arm(FaultPlan.NONE);
                conditions.recover();
                exchange.sendResponseHeaders(204, -1);
            }
            case "POST " + PATH + "/deaths" ->
                send(exchange, 200, Map.of("instances", kill(read(exchange, Deaths.class))));
            case "POST " + PATH + "/interruptions" ->
                send(exchange, 200, Map.of("instances", interrupt(read(exchange, Interruptions.class))));
            default ->
                send(
                        exchange,
                        404,
                        Map.of("error", "GET, PUT, DELETE /faults or POST /faults/deaths, /faults/interruptions"));
        }
    }

    private void arm(FaultPlan plan) {
        plan.requireActionsIn(actions);
        faults.arm(plan);
        LOG.info("Faults: {}", plan);
    }

    private List<String> kill(Deaths deaths) {
        List<String> ids = idsOf(deaths);
        instances.kill(ids);
        LOG.info("Instances {} are killed", ids);
        return ids;
    }

    private List<String> interrupt(Interruptions interruptions) {
        List<String> ids = idsOf(interruptions);
        instances.requireMachines(ids);
        conditions.interrupt(ids, interruptions.notice());
        LOG.info("Instances {} are interrupted in {}", ids, interruptions.notice());
        return ids;
    }

    private List<String> idsOf(Victims victims) {
        return victims.any()
                .map(number -> faults.drawn(instances.running(), number))
                .orElse(victims.instances());
    }

    private JsonNode document() {
        ObjectNode document = JSON.createObjectNode();
        document.put("seed", faults.seed());
        ArrayNode list = document.putArray("faults");
        faults.armed().forEach(armed -> {
            ObjectNode fault = JSON.valueToTree(armed.fault());
            list.add(fault.put(Fault.HITS, armed.hits()));
        });
        return document;
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        Checks.require(body.length > 0 && body.length <= MAX_BODY, "a JSON document of 64 KiB at most is expected");
        return JSON.readValue(body, type);
    }

    /** A plan's own complaint, or the parser's. */
    private static String reason(RuntimeException nonsense) {
        if (nonsense instanceof JacksonException unreadable) {
            return unreadable.getCause() instanceof IllegalArgumentException complaint
                    ? complaint.getMessage()
                    : unreadable.getOriginalMessage();
        }
        return nonsense.getMessage();
    }

    private static void send(HttpExchange exchange, int status, Object document) throws IOException {
        byte[] body = JSON.writeValueAsBytes(document);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
