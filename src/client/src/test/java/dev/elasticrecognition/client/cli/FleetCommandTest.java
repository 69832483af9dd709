package dev.elasticrecognition.client.cli;

import static dev.elasticrecognition.client.ServiceStandIn.document;
import static dev.elasticrecognition.client.ServiceStandIn.nothing;
import static dev.elasticrecognition.client.ServiceStandIn.overloaded;
import static dev.elasticrecognition.client.ServiceStandIn.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.client.ServiceStandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetCommandTest {

    private static final String FLEET = """
            {'leader':'front-1','term':3,'leading':true,'paused':true,'breaker':{'open':false,'failures':0},
            'desiredCapacity':2,'actualCapacity':1,'decision':{'reason':'the need is 2'},
            'observation':{'demand':{'queue':{'visible':7,'inFlight':2,'delayed':0},'unanswered':9,'oldest':null},
            'traffic':{'arrivals':{'tenSeconds':1.25},'completions':{'tenSeconds':0.5}},
            'supply':{'known':true,'ready':1,'busy':1}},
            'latency':{'answered':4,'p50':0.4,'p99':3.2},
            'instances':[{'id':'i-1','stage':'ready','age':'PT1M30.5S','heartbeat':{'inProgress':1,'done':12}},
            {'id':'i-2','stage':'pending','age':'PT2S'}],'drains':[],'acts':['launched i-2'],'troubles':[]}""";
    private static final String SETTINGS =
            "{'policy':'latency-objective','minimum':0,'maximum':20,'objective':'PT10S'}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ServiceStandIn service;

    @BeforeEach
    void start() throws IOException {
        service = ServiceStandIn.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsHowTheFleetStands() {
        service.lineUp(document(FLEET, "1"));

        assertThat(fleet("show")).isZero();

        assertThat(out.toString().lines())
                .contains(
                        "state       paused, led by front-1",
                        "instances   1 of 2 desired",
                        "because     the need is 2",
                        "requests    9 waiting, 7 in the queue, 2 being worked on",
                        "answers     p50 0.40 s, p99 3.20 s",
                        "did         launched i-2")
                .anyMatch(line -> line.matches("i-1 +ready +1m30s +12 +1"))
                .anyMatch(line -> line.matches("i-2 +pending +2s +- +-"));
        assertThat(service.requests())
                .singleElement()
                .matches(request -> request.header("Authorization").equals("Basic b3BlcmF0b3I6c2VzYW1l"));
    }

    @Test
    void watchesWithALineEachTimeAndOverAFrontEndThatIsAway() {
        service.lineUp(overloaded("3600"), document(FLEET, "1"));

        assertThat(fleet("watch", "--times", "2")).isZero();

        assertThat(out.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("Too busy"))
                .last()
                .asString()
                .contains("instances 1 of 2, 1 ready");
    }

    @Test
    void aWatchEndsWhenItIsRefused() {
        service.lineUp(problem(401, "not-authenticated", "Send the password"));

        assertThat(fleet("watch")).isEqualTo(1);
        assertThat(err.toString()).contains("Send the password");
    }

    @Test
    void pausesResumesAndDrains() {
        service.lineUp(nothing(), nothing(), nothing(), problem(404, "instance-unknown", "No such instance"));

        assertThat(fleet("pause")).isZero();
        assertThat(fleet("resume")).isZero();
        assertThat(fleet("drain", "i-1", "i-2")).isEqualTo(1);

        assertThat(requests())
                .containsExactly(
                        "POST /api/fleet/pause ",
                        "POST /api/fleet/resume ",
                        "POST /api/fleet/instances/i-1/drain ",
                        "POST /api/fleet/instances/i-2/drain ");
        assertThat(out.toString().lines()).containsExactly("paused", "resumed", "i-1 drains");
        assertThat(err.toString().lines()).containsExactly("i-2\tNo such instance");
    }

    @Test
    void changesSettingsOfTheVersionThatItSaw() {
        service.lineUp(
                document(SETTINGS, "7"), document(SETTINGS.replace("20", "4").replace("PT10S", "PT5S"), "8"));

        assertThat(fleet("set", "maximum=4", "objective=PT5S")).isZero();

        assertThat(service.requests().get(1).header("If-Match")).isEqualTo("\"7\"");
        assertThat(requests().get(1))
                .isEqualTo("PUT /api/fleet/settings {\"policy\":\"latency-objective\",\"minimum\":0,\"maximum\":4,"
                        + "\"objective\":\"PT5S\"}");
        assertThat(out.toString().lines()).containsExactly("maximum: 20 -> 4", "objective: PT10S -> PT5S");
    }

    @Test
    void losesNobodysChange() {
        service.lineUp(document(SETTINGS, "7"), problem(412, "settings-changed", "They have changed meanwhile"));

        assertThat(fleet("set", "maximum=4")).isEqualTo(1);

        assertThat(err.toString()).contains("They have changed meanwhile");
        assertThat(requests()).hasSize(2);
    }

    @Test
    void changesNothingThatMakesNoSense() {
        for (String nonsense : List.of("maxima=4", "maximum=many", "maximum")) {
            service.lineUp(document(SETTINGS, "7"));
            assertThat(fleet("set", nonsense)).isEqualTo(2);
        }
        assertThat(requests()).allMatch(request -> request.startsWith("GET "));
        assertThat(err.toString()).contains("no setting maxima, but policy, minimum");
    }

    @Test
    void setsACapacityForAWhileAndEndsIt() {
        service.lineUp(document("{}", "1"), nothing());

        assertThat(fleet("capacity", "3", "--for", "10m")).isZero();
        assertThat(fleet("capacity", "--end")).isZero();
        assertThat(fleet("capacity", "3")).isEqualTo(2);
        assertThat(fleet("capacity")).isEqualTo(2);
        assertThat(fleet("capacity", "3", "--for", "10m", "--end")).isEqualTo(2);

        assertThat(requests())
                .containsExactly(
                        "PUT /api/fleet/manual-capacity {\"capacity\":3,\"for\":\"PT10M\"}",
                        "DELETE /api/fleet/manual-capacity ");
        assertThat(out.toString().lines()).containsExactly("3 for 10m", "the policy decides");
    }

    @Test
    void asksForCredentials() {
        assertThat(execute(List.of("fleet", "show", "--url", service.uri().toString())))
                .isEqualTo(2);
        assertThat(err.toString()).contains("ELASTIC_OPERATOR_PASSWORD");
        assertThat(execute(List.of("fleet"))).isEqualTo(2);
    }

    private List<String> requests() {
        return service.requests().stream()
                .map(request -> request.method() + " " + request.uri() + " " + request.body())
                .toList();
    }

    private int fleet(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of("fleet", command));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--url=" + service.uri(), "--password=sesame"));
        return execute(all);
    }

    private int execute(List<String> arguments) {
        return Elastic.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
