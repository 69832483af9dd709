package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.StoredImage;
import dev.elasticrecognition.domain.recognition.Submission;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Pictures in memory. */
public final class InMemoryImageStore implements ImageStore {

    private final NavigableMap<RequestId, Entry> entries = new ConcurrentSkipListMap<>();

    @Override
    public StoredImage put(Submission submission, ImageContent content) {
        byte[] bytes = new byte[content.size()];
        content.read(0, bytes);
        Entry entry = new Entry(submission, Optional.of(bytes));
        entries.put(submission.id(), entry);
        return entry.stored();
    }

    @Override
    public Optional<Submission> find(RequestId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::submission);
    }

    @Override
    public Optional<byte[]> content(RequestId id) {
        return Optional.ofNullable(entries.get(id)).flatMap(Entry::content).map(byte[]::clone);
    }

    @Override
    public Optional<OpenImage> open(RequestId id) {
        return content(id)
                .map(bytes -> new OpenImage(entries.get(id).submission().image(), new ByteArrayInputStream(bytes)));
    }

    @Override
    public void withdraw(Submission submission) {
        entries.put(submission.id(), new Entry(submission, Optional.empty()));
    }

    @Override
    public List<StoredImage> list(Optional<RequestId> after, int atMost) {
        return after.map(id -> entries.tailMap(id, false)).orElse(entries).values().stream()
                .limit(atMost)
                .map(Entry::stored)
                .toList();
    }

    private record Entry(Submission submission, Optional<byte[]> content) {

        StoredImage stored() {
            return new StoredImage(
                    submission.id(), content.map(Arrays::toString).orElse("withdrawn"));
        }
    }
}
