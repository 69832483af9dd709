package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is in the dead-letter queue: requests, and what can't be read and reads as empty. That comes again and again as long
 * as SQS keeps it, and is logged once.
 */
final class DeadLetterCodec implements Codec<Optional<RecognitionRequest>> {

    private static final Logger LOG = System.getLogger(DeadLetterCodec.class.getName());

    /** So many are told apart; of more, some are logged again. */
    private static final int REMEMBERED = 1000;

    private final Codec<RecognitionRequest> requests = new RequestCodec();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    @Override
    public String write(Optional<RecognitionRequest> request) {
        return requests.write(request.orElseThrow());
    }

    @Override
    public Optional<RecognitionRequest> read(String text) {
        try {
            return Optional.of(requests.read(text));
        } catch (UnreadableDocument e) {
            log(text, e);
            return Optional.empty();
        }
    }

    private void log(String text, UnreadableDocument why) {
        if (logged.size() >= REMEMBERED) {
            logged.clear();
        }
        if (logged.add(Integer.toHexString(text.hashCode()) + ":" + text.length())) {
            LOG.log(
                    Level.WARNING,
                    "A message in the dead-letter queue can''t be read and stays there. {0} It begins with: {1}",
                    why.getMessage(),
                    text.substring(0, Math.min(text.length(), 200)).replaceAll("\\p{Cntrl}", " "));
        }
    }
}
