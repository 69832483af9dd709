package dev.elasticrecognition.web.results;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes bare labels for those who ask for plain text. */
@Provider
@Produces(MediaType.TEXT_PLAIN)
public class LabelWriter implements MessageBodyWriter<LabelLines> {

    /** What it writes. */
    public static final String MEDIA_TYPE = MediaType.TEXT_PLAIN + ";charset=UTF-8";

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return LabelLines.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            LabelLines labels,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(labels.lines().getBytes(StandardCharsets.UTF_8));
    }
}
