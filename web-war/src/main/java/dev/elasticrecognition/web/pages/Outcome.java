package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import dev.elasticrecognition.domain.recognition.Timings;
import dev.elasticrecognition.web.results.RecognitionDocument;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request and what has become of it, as a page tells it. */
public final class Outcome {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withFormatting(true));

    private final RequestState state;
    private final RecognitionDocument document;
    private final Texts texts;
    private final Instant now;

    /** @param document says the same for programs */
    Outcome(RequestState state, RecognitionDocument document, Texts texts, Instant now) {
        this.state = state;
        this.document = document;
        this.texts = texts;
        this.now = now;
    }

    public String id() {
        return document.id();
    }

    public String fileName() {
        return document.fileName();
    }

    public boolean waiting() {
        return state instanceof Waiting;
    }

    public boolean succeeded() {
        return document.label() != null;
    }

    public boolean failed() {
        return document.problem() != null;
    }

    /** Whether browsers can show its picture. */
    public boolean shown() {
        return image().type() != ImageType.TIFF && !cancelled();
    }

    /** How it stands, in a few words. */
    public String state() {
        if (succeeded()) {
            return texts.say("card.succeeded");
        }
        if (failed()) {
            return texts.say(cancelled() ? "card.cancelled" : "card.failed");
        }
        return waitingState();
    }

    /** What sort of state that is: {@code good}, {@code bad}, {@code warn}, {@code live}, or nothing of the kind. */
    public String sort() {
        if (succeeded()) {
            return "good";
        }
        if (failed()) {
            return cancelled() ? "" : "bad";
        }
        return "ready".equals(document.capacity()) ? "live" : "warn";
    }

    public String label() {
        return document.label();
    }

    public String reason() {
        return texts.problem(document.problem().type());
    }

    /** The five most probable classes, the most probable first. */
    public List<Guess> guesses() {
        return document.predictions().stream()
                .map(prediction ->
                        new Guess(prediction.label(), Spoken.percent(prediction.confidence()), prediction.confidence()))
                .toList();
    }

    /** How long it took, in words; empty as long as it waits. */
    public String took() {
        return answer().map(result -> texts.say("card.took", Spoken.duration(total(result))))
                .orElse("");
    }

    /** Where the time went; none as long as it waits, or if nothing was done. */
    public List<Step> steps() {
        return answer().filter(result -> !result.timings().inference().isZero())
                .map(this::steps)
                .orElse(List.of());
    }

    /** What there is to know beside. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                fact("file", fileName()),
                fact("kind", image().type().mediaType()),
                fact("size", Spoken.bytes(image().size())),
                fact("sent", Spoken.moment(state.id().time()))));
        answer().ifPresent(result -> {
            facts.add(fact("answered", Spoken.moment(result.at())));
            facts.add(fact("took", Spoken.duration(total(result))));
        });
        Optional.ofNullable(document.model()).ifPresent(model -> facts.add(fact("model", model)));
        facts.add(fact("id", id()));
        return facts;
    }

    /** The document that programs get. */
    public String json() {
        return JSONB.toJson(document).strip();
    }

    private String waitingState() {
        String capacity = Optional.ofNullable(document.capacity()).orElse("");
        Optional<Duration> left =
                Optional.ofNullable(document.estimatedAnswerAt()).map(at -> Duration.between(now, Instant.parse(at)));
        if (capacity.equals("none")) {
            return texts.say("card.nobody");
        }
        if (left.isEmpty()) {
            return texts.say("card.waiting");
        }
        if (capacity.equals("starting")) {
            return texts.say("card.starting", Spoken.about(left.get()));
        }
        int ahead = Optional.ofNullable(document.requestsAhead()).orElse(0);
        return ahead > 0
                ? texts.say("card.ahead", ahead, Spoken.about(left.get()))
                : texts.say("card.next", Spoken.about(left.get()));
    }

    private List<Step> steps(RecognitionResult result) {
        Timings timings = result.timings();
        Duration known = timings.waiting()
                .plus(timings.fetching())
                .plus(timings.decoding())
                .plus(timings.inference());
        Duration answering = total(result).minus(known);
        List<Duration> times = List.of(
                timings.waiting(),
                timings.fetching(),
                timings.decoding(),
                timings.inference(),
                answering.isNegative() ? Duration.ZERO : answering);
        List<String> names = List.of("waiting", "fetching", "decoding", "inference", "answering");
        double all = Math.max(1, times.stream().mapToLong(Duration::toNanos).sum());
        List<Step> steps = new ArrayList<>();
        double from = 0;
        for (int index = 0; index < times.size(); index++) {
            double share = 100 * times.get(index).toNanos() / all;
            steps.add(new Step(
                    index + 1,
                    texts.say("recognition." + names.get(index)),
                    Spoken.duration(times.get(index)),
                    decimal(from),
                    decimal(share)));
            from += share;
        }
        return steps;
    }

    private boolean cancelled() {
        return answer().filter(Failed.class::isInstance)
                .map(result -> ((Failed) result).problem().kind() == Problem.Kind.CANCELLED)
                .orElse(false);
    }

    private Optional<RecognitionResult> answer() {
        return state instanceof Answered answered ? Optional.of(answered.result()) : Optional.empty();
    }

    private SubmittedImage image() {
        return state instanceof Waiting waiting
                ? waiting.image()
                : ((Answered) state).result().image();
    }

    private Fact fact(String name, String value) {
        return new Fact(texts.say("recognition." + name), value);
    }

    private static Duration total(RecognitionResult result) {
        return Duration.between(result.id().time(), result.at());
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /**
     * What it may be.
     *
     * @param percent the confidence in words
     * @param confidence 0 to 1
     */
    public record Guess(String label, String percent, double confidence) {}

    /**
     * A part of the time.
     *
     * @param number 1 for the first
     * @param time in words
     * @param from where it begins, in percent of all
     * @param share in percent of all
     */
    public record Step(int number, String name, String time, String from, String share) {}

    /** Something to know, by name. */
    public record Fact(String name, String value) {}
}
