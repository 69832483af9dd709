package dev.elasticrecognition.web.results;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several requests.
 *
 * @param recognitions how each of them stands
 * @param next leads to those that follow, if there are more
 */
@JsonbPropertyOrder({"recognitions", "next"})
public record RecognitionsDocument(List<RecognitionDocument> recognitions, String next) implements LabelLines {

    @Override
    public String lines() {
        return recognitions.stream().map(RecognitionDocument::lines).collect(Collectors.joining());
    }
}
