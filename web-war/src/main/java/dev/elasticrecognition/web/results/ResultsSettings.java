package dev.elasticrecognition.web.results;

import java.time.Duration;

/**
 * How results are handed out.
 *
 * @param remembered how many results are kept in memory for listings, 0 to 1,000,000
 * @param downloads how many pictures may be read at a time, 1 to 10,000
 * @param exports how many exports may be under way at a time, 1 to 100
 * @param streams how many event streams may be open at a time, 1 to 100,000
 * @param heartbeat how long an event stream is silent at most, 0.1 s to 1 min
 * @param longestStream after how long an event stream ends, so that the client connects again, 1 s to 1 h
 */
public record ResultsSettings(
        int remembered, int downloads, int exports, int streams, Duration heartbeat, Duration longestStream) {

    static final String REMEMBERED = "elastic.results.remembered";
    static final String DOWNLOADS = "elastic.results.downloads";
    static final String EXPORTS = "elastic.results.exports";
    static final String STREAMS = "elastic.events.streams";
    static final String HEARTBEAT = "elastic.events.heartbeat";
    static final String LONGEST_STREAM = "elastic.events.longest-stream";

    /** @throws IllegalArgumentException that names the key whose value is out of range */
    public ResultsSettings {
        require(REMEMBERED, remembered, 0, 1_000_000);
        require(DOWNLOADS, downloads, 1, 10_000);
        require(EXPORTS, exports, 1, 100);
        require(STREAMS, streams, 1, 100_000);
        require(HEARTBEAT, heartbeat, Duration.ofMillis(100), Duration.ofMinutes(1));
        require(LONGEST_STREAM, longestStream, Duration.ofSeconds(1), Duration.ofHours(1));
    }

    private static <T extends Comparable<T>> void require(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be %s to %s, not %s".formatted(key, least, most, value));
        }
    }
}
