package dev.elasticrecognition.localcloud.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.localcloud.instances.InstanceState;
import dev.elasticrecognition.localcloud.instances.StateChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SDK reads nearly anything; so names, order and namespace are checked here, letter by letter. */
class XmlAnswerTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void anAnswerNamesItsActionAndRequest() {
        byte[] answer = XmlAnswer.success(
                "TerminateInstances",
                "id-1",
                xml -> InstanceXml.changes(
                        xml, List.of(new StateChange("i-1", InstanceState.RUNNING, InstanceState.SHUTTING_DOWN))));
        assertThat(new String(answer, UTF_8))
                .isEqualTo(HEAD + "<TerminateInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                        + "<requestId>id-1</requestId><instancesSet><item><instanceId>i-1</instanceId>"
                        + "<currentState><code>32</code><name>shutting-down</name></currentState>"
                        + "<previousState><code>16</code><name>running</name></previousState>"
                        + "</item></instancesSet></TerminateInstancesResponse>");
    }

    @Test
    void anErrorHasTheShapeThatClientsLookFor() {
        assertThat(new String(XmlAnswer.failure("InvalidAction", "No <such> action", "id-2"), UTF_8))
                .isEqualTo(HEAD + "<Response><Errors><Error><Code>InvalidAction</Code>"
                        + "<Message>No &lt;such&gt; action</Message></Error></Errors>"
                        + "<RequestID>id-2</RequestID></Response>");
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        byte[] answer = XmlAnswer.success("X", "id-3", xml -> xml.text("value", "bell \u0007 smile \uD83D\uDE00"));
        assertThat(new String(answer, UTF_8)).contains("<value>bell \uFFFD smile \uD83D\uDE00</value>");
    }
}
