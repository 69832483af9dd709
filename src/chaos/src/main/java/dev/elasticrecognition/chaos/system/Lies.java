package dev.elasticrecognition.chaos.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes what SQS says of how many messages a queue has, in the JSON of GetQueueAttributes: by turns to nothing and to as much as
 * there are digits for, since nothing may become longer. A number that comes in two pieces stays true.
 */
final class Lies {

    private static final Pattern NUMBER = Pattern.compile("\"ApproximateNumberOfMessages\\w*\"\\s*:\\s*\"(\\d+)\"");

    private boolean many;

    /** Changes the first bytes of a chunk, so many. */
    void tell(byte[] chunk, int length) {
        Matcher numbers = NUMBER.matcher(new String(chunk, 0, length, ISO_8859_1));
        boolean found = false;
        while (numbers.find()) {
            found = true;
            Arrays.fill(chunk, numbers.start(1), numbers.end(1), (byte) (many ? '9' : '0'));
        }
        many ^= found;
    }
}
