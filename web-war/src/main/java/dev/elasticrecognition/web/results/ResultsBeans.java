package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.FollowResults;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.ListRequests;
import dev.elasticrecognition.domain.recognition.RememberedResults;
import dev.elasticrecognition.domain.recognition.ResultStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads how results are handed out, and puts it together. */
@ApplicationScoped
public class ResultsBeans {

    @Produces
    @Singleton
    ResultsSettings settings(
            @ConfigProperty(name = ResultsSettings.REMEMBERED) int remembered,
            @ConfigProperty(name = ResultsSettings.DOWNLOADS) int downloads,
            @ConfigProperty(name = ResultsSettings.EXPORTS) int exports,
            @ConfigProperty(name = ResultsSettings.STREAMS) int streams,
            @ConfigProperty(name = ResultsSettings.HEARTBEAT) Duration heartbeat,
            @ConfigProperty(name = ResultsSettings.LONGEST_STREAM) Duration longestStream) {
        return new ResultsSettings(remembered, downloads, exports, streams, heartbeat, longestStream);
    }

    @Produces
    @Singleton
    ListRequests listRequests(ImageStore images, ResultStore results, Readers readers, ResultsSettings settings) {
        return new ListRequests(images, new RememberedResults(results, settings.remembered()), readers);
    }

    @Produces
    @Singleton
    FollowResults followResults(AwaitedResults awaited, ResultStore results) {
        return new FollowResults(awaited, results);
    }
}
