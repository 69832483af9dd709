package dev.elasticrecognition.chaos.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.chaos.load.Upload;
import dev.elasticrecognition.chaos.load.Upload.Answer;
import dev.elasticrecognition.chaos.system.FrontEnd.Ledger;
import dev.elasticrecognition.chaos.verdict.Evidence.FleetEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two pictures were sent; then each test bends one thing. */
class VerdictTest {

    private static final FleetEvidence EMPTY_FLEET = new FleetEvidence(3, 3, 0, List.of(), 0);

    private List<Upload> uploads = List.of(upload("k1", "1", "rocket"), upload("k2", "2", "rocket"));
    private Set<String> pictures = Set.of("1", "2");
    private Map<String, Optional<String>> results = Map.of("1", Optional.of("rocket"), "2", Optional.of("rocket"));
    private Ledger ledger = new Ledger(2, 2, 0, 0);
    private int left;
    private int deadLetters;
    private FleetEvidence fleet = EMPTY_FLEET;

    @Test
    void nothingIsFoundWhenAllIsWell() {
        assertThat(found()).isEmpty();
        assertThat(verdict().isGood()).isTrue();
    }

    @Test
    void whoIsPromisedNothingIsFound() {
        Upload refused = new Upload("k2", "rocket.jpg", List.of(), List.of(), Optional.of("status 500"));
        uploads = List.of(uploads.get(0), refused);
        pictures = Set.of("1");
        results = Map.of("1", Optional.of("rocket"));
        ledger = new Ledger(1, 1, 0, 0);

        assertThat(found()).containsExactly("refused: never promised anything");
        assertThat(verdict().table()).contains("| 1 | k2: status 500 |");
    }

    @Test
    void aLostPictureIsFound() {
        pictures = Set.of("1");
        results = Map.of("1", Optional.of("rocket"));
        ledger = new Ledger(1, 1, 0, 0);

        assertThat(found()).containsExactly("lost: promised, and the picture is gone");
    }

    @Test
    void aPictureWithoutAResultIsFound() {
        results = Map.of("1", Optional.of("rocket"));
        ledger = new Ledger(2, 1, 0, 1);

        assertThat(found()).containsExactly("stuck: promised, and without a result");
    }

    @Test
    void aClientThatWasNeverAnsweredIsFound() {
        uploads = List.of(uploads.get(0), new Upload("k2", "rocket.jpg", List.of("2"), List.of(), Optional.empty()));

        assertThat(found()).containsExactly("promised, and the client was told no answer");
    }

    @Test
    void twoIdsForOneKeyAreFound() {
        uploads =
                List.of(new Upload("k1", "rocket.jpg", List.of("1", "2"), List.of(answer("rocket")), Optional.empty()));

        assertThat(found()).containsExactly("two ids for one key");
    }

    @Test
    void anIdThatWasGivenTwiceIsFound() {
        uploads = List.of(upload("k1", "1", "rocket"), upload("k2", "2", "rocket"), upload("k3", "2", "rocket"));

        assertThat(found()).containsExactly("one id for two keys");
    }

    @Test
    void aPictureThatNobodyWasPromisedIsFound() {
        uploads = List.of(uploads.get(0));

        assertThat(found()).containsExactly("stored, and promised to nobody");
    }

    @Test
    void whatIsNoResultIsFoundAmongTheResults() {
        results = Map.of("1", Optional.of("rocket"), "2", Optional.of("rocket"), "2.json-unfinished", Optional.empty());

        assertThat(found()).containsExactly("stored, and promised to nobody", "the ledger disagrees");
        assertThat(verdict().table()).contains("| stored, and promised to nobody | 1 | 2.json-unfinished |");
    }

    @Test
    void anotherLabelIsFoundAtTheClientAndInTheBucket() {
        uploads = List.of(uploads.get(0), upload("k2", "2", "palace"));
        assertThat(found()).containsExactly("wrong: another label than before the accidents");

        uploads = List.of(uploads.get(0), upload("k2", "2", "rocket"));
        results = Map.of("1", Optional.of("rocket"), "2", Optional.of("palace"));
        assertThat(found()).containsExactly("wrong: another label than before the accidents");
    }

    @Test
    void aFailureIsFound() {
        uploads = List.of(
                uploads.get(0),
                new Upload(
                        "k2",
                        "rocket.jpg",
                        List.of("2"),
                        List.of(new Answer(Optional.empty(), "gave-up")),
                        Optional.empty()));
        results = Map.of("1", Optional.of("rocket"), "2", Optional.empty());
        ledger = new Ledger(2, 1, 1, 0);

        assertThat(found()).containsExactly("failed: a good picture, answered with a problem");
    }

    @Test
    void twoAnswersThatDifferInAnythingAreFound() {
        uploads = List.of(
                uploads.get(0),
                new Upload(
                        "k2",
                        "rocket.jpg",
                        List.of("2"),
                        List.of(answer("rocket"), new Answer(Optional.of("rocket"), "another time")),
                        Optional.empty()));

        assertThat(found()).containsExactly("answered twice, and not the same");
    }

    @Test
    void whatIsLeftInQueuesIsFound() {
        left = 3;
        deadLetters = 1;

        assertThat(found()).containsExactly("left in the request queue", "dead letters");
        assertThat(verdict().table()).contains("| left in the request queue | 3 |");
    }

    @Test
    void everythingAboutTheFleetIsFound() {
        fleet = new FleetEvidence(3, 4, 1, List.of("i-1"), 2);

        assertThat(found())
                .containsExactly(
                        "busy workers ended by the scaler",
                        "instances above the maximum",
                        "instances left when nothing was to be done",
                        "their processes");
    }

    @Test
    void aLedgerThatSaysSomethingElseIsFound() {
        ledger = new Ledger(3, 2, 0, 0);

        assertThat(found()).containsExactly("the ledger disagrees");
        assertThat(verdict().table()).contains("3 accepted, 2 pictures");
    }

    @Test
    void aSupervisorThatGaveUpIsFound() {
        Verdict verdict = Verdict.ofGivenUp("the third time within a minute");

        assertThat(verdict.isGood()).isFalse();
        assertThat(verdict.table()).contains("the third time within a minute");
    }

    private List<String> found() {
        return verdict().findings().stream()
                .filter(finding -> finding.count() > 0)
                .map(Finding::what)
                .toList();
    }

    private Verdict verdict() {
        return Verdict.of(new Evidence(
                Map.of("rocket.jpg", "rocket"), uploads, pictures, results, ledger, left, deadLetters, fleet));
    }

    private static Upload upload(String key, String id, String label) {
        return new Upload(key, "rocket.jpg", List.of(id), List.of(answer(label)), Optional.empty());
    }

    private static Answer answer(String label) {
        return new Answer(Optional.of(label), "label " + label);
    }
}
