package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures in memory. */
public final class InMemoryImageStore implements ImageStore {

    private final Map<RequestId, SubmittedImage> images = new ConcurrentHashMap<>();
    private final Map<RequestId, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public void put(RequestId id, SubmittedImage image, byte[] content) {
        contents.put(id, content.clone());
        images.put(id, image);
    }

    @Override
    public Optional<SubmittedImage> find(RequestId id) {
        return Optional.ofNullable(images.get(id));
    }

    @Override
    public Optional<byte[]> content(RequestId id) {
        return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
    }
}
