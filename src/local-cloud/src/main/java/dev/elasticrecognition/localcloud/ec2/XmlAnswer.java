package dev.elasticrecognition.localcloud.ec2;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer, element by element, in the order of the calls. */
public final class XmlAnswer {

    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    private XmlAnswer() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("No XML can be written", impossible);
        }
    }

    /** The answer of an action that was carried out. */
    static byte[] success(String action, String requestId, Consumer<XmlAnswer> content) {
        return document(action + "Response", NAMESPACE, answer -> {
            answer.text("requestId", requestId);
            content.accept(answer);
        });
    }

    /** The answer that tells of an error; its request id is spelled in its own way. */
    static byte[] failure(String code, String message, String requestId) {
        return document("Response", "", answer -> {
            answer.element(
                    "Errors",
                    () -> answer.element("Error", () -> {
                        answer.text("Code", code);
                        answer.text("Message", message);
                    }));
            answer.text("RequestID", requestId);
        });
    }

    private static byte[] document(String root, String namespace, Consumer<XmlAnswer> content) {
        XmlAnswer answer = new XmlAnswer();
        answer.write(() -> {
            answer.xml.writeStartDocument("UTF-8", "1.0");
            answer.xml.writeStartElement(root);
            if (!namespace.isEmpty()) {
                answer.xml.writeDefaultNamespace(namespace);
            }
        });
        content.accept(answer);
        answer.write(() -> {
            answer.xml.writeEndElement();
            answer.xml.writeEndDocument();
            answer.xml.close();
        });
        return answer.bytes.toByteArray();
    }

    public void text(String name, String value) {
        write(() -> {
            xml.writeStartElement(name);
            xml.writeCharacters(withoutForbiddenCharacters(value));
            xml.writeEndElement();
        });
    }

    /** Like {@link #text}, but an empty text makes no element. */
    public void textIfAny(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    public void number(String name, int value) {
        text(name, Integer.toString(value));
    }

    public void element(String name, Runnable content) {
        write(() -> xml.writeStartElement(name));
        content.run();
        write(xml::writeEndElement);
    }

    /** A list: an element with an {@code item} for each entry. */
    public <T> void list(String name, Iterable<T> entries, Consumer<T> item) {
        element(name, () -> entries.forEach(entry -> element("item", () -> item.accept(entry))));
    }

    /** XML 1.0 has no way to write most control characters, not even escaped. */
    private static String withoutForbiddenCharacters(String value) {
        return value.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("The answer cannot be written", impossible);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
