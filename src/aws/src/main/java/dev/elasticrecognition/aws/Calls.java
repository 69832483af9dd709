package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls to AWS and translates what goes wrong, once, at this edge. */
final class Calls {

    private Calls() {}

    /**
     * Makes a call.
     *
     * @param what the act, as it reads after "Could not"
     * @throws Unavailable if the call fails; the SDK has made its own retries by then
     */
    static <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new Unavailable(what, e);
        }
    }
}
