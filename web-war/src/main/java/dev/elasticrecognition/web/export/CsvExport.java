package dev.elasticrecognition.web.export;

import dev.elasticrecognition.domain.recognition.ListRequests;
import dev.elasticrecognition.domain.recognition.ListRequests.Page;
import dev.elasticrecognition.domain.recognition.RequestFilter;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.web.problems.Places.Place;
import dev.elasticrecognition.web.results.Answers;
import dev.elasticrecognition.web.results.RecognitionDocument;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An export under way: page after page is read and written, so that memory holds one page, however many there are. */
final class CsvExport implements StreamingOutput {

    private static final int PAGE = 200;

    private final ListRequests listRequests;
    private final Answers answers;
    private final RequestFilter filter;
    private final Place place;
    private final Page first;
    private int left;

    /**
     * Begins: what goes wrong with the first page can still be told.
     *
     * @param limit the most requests to export
     * @param place is left when all is written
     */
    CsvExport(ListRequests listRequests, Answers answers, RequestFilter filter, int limit, Place place) {
        this.listRequests = listRequests;
        this.answers = answers;
        this.filter = filter;
        this.left = limit;
        this.place = place;
        this.first = page(Optional.empty());
    }

    /** An export of requests that are read already. */
    static StreamingOutput of(List<RecognitionDocument> requests) {
        return client -> {
            write(client, CsvLine.HEADER);
            for (RecognitionDocument request : requests) {
                write(client, CsvLine.of(request));
            }
        };
    }

    @Override
    public void write(OutputStream client) throws IOException {
        try (place) {
            write(client, CsvLine.HEADER);
            Page page = first;
            write(client, page);
            while (left > 0 && page.next().isPresent()) {
                page = page(page.next());
                write(client, page);
            }
        }
    }

    private Page page(Optional<RequestId> after) {
        return listRequests.page(filter, after, Math.min(left, PAGE));
    }

    private void write(OutputStream client, Page page) throws IOException {
        for (RequestState request : page.requests()) {
            write(client, CsvLine.of(answers.document(request)));
        }
        left -= page.requests().size();
        client.flush();
    }

    private static void write(OutputStream client, String line) throws IOException {
        client.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
