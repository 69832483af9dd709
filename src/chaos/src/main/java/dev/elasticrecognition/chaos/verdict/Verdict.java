package dev.elasticrecognition.chaos.verdict;

import dev.elasticrecognition.chaos.load.Upload;
import dev.elasticrecognition.chaos.load.Upload.Answer;
import dev.elasticrecognition.chaos.system.FrontEnd.Ledger;
import dev.elasticrecognition.chaos.verdict.Evidence.FleetEvidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the system kept its word.
 *
 * @param findings everything that was looked for, found or not
 */
public record Verdict(List<Finding> findings) {

    private static final int EXAMPLES = 3;

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Judges. */
    public static Verdict of(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(promises(evidence));
        findings.addAll(answers(evidence));
        findings.addAll(leftovers(evidence));
        findings.addAll(fleet(evidence.fleet()));
        findings.add(new Finding("the ledger disagrees", disagreements(evidence)));
        return new Verdict(findings);
    }

    /** There is nothing left to look at. */
    public static Verdict ofGivenUp(String why) {
        return new Verdict(List.of(new Finding("the supervisor gave up", List.of(why))));
    }

    /** Whether nothing was found. */
    public boolean isGood() {
        return findings.stream().allMatch(finding -> finding.count() == 0);
    }

    /** As a table in Markdown. */
    public String table() {
        return findings.stream()
                .map(finding -> "| %s | %d | %s |%n"
                        .formatted(
                                finding.what(),
                                finding.count(),
                                finding.cases().stream().limit(EXAMPLES).collect(Collectors.joining("; "))))
                .collect(Collectors.joining(
                        "", "| must not be | cases | for example |%n| --- | ---: | --- |%n".formatted(), ""));
    }

    private static List<Finding> promises(Evidence evidence) {
        Set<String> promised = promised(evidence);
        Set<String> strangers = new HashSet<>(evidence.pictures());
        strangers.addAll(evidence.results().keySet());
        strangers.removeAll(promised);
        return List.of(
                uploads(
                        "refused: never promised anything",
                        evidence,
                        upload -> upload.refusal().isPresent(),
                        upload -> upload.key() + ": " + upload.refusal().orElse("")),
                ids(
                        "lost: promised, and the picture is gone",
                        evidence,
                        id -> !evidence.pictures().contains(id)),
                ids(
                        "stuck: promised, and without a result",
                        evidence,
                        id -> evidence.pictures().contains(id)
                                && !evidence.results().containsKey(id)),
                uploads(
                        "two ids for one key",
                        evidence,
                        upload -> upload.ids().size() > 1,
                        upload -> upload.ids().toString()),
                new Finding("one id for two keys", twice(evidence)),
                new Finding(
                        "stored, and promised to nobody",
                        strangers.stream().sorted().toList()));
    }

    private static List<Finding> answers(Evidence evidence) {
        return List.of(
                uploads(
                        "wrong: another label than before the accidents",
                        evidence,
                        upload -> isWrong(upload, evidence),
                        upload -> "%s is %s: %s"
                                .formatted(
                                        upload.picture(),
                                        evidence.labels().get(upload.picture()),
                                        told(upload, evidence))),
                uploads(
                        "failed: a good picture, answered with a problem",
                        evidence,
                        upload -> hasFailed(upload, evidence),
                        upload -> upload.ids().get(0) + ": "
                                + upload.answers().stream().map(Answer::whole).toList()),
                uploads(
                        "answered twice, and not the same",
                        evidence,
                        upload -> upload.answers().size() > 1,
                        upload -> upload.answers().stream()
                                .map(Answer::whole)
                                .toList()
                                .toString()),
                uploads(
                        "promised, and the client was told no answer",
                        evidence,
                        upload -> !upload.ids().isEmpty() && upload.answers().isEmpty(),
                        upload -> upload.ids().get(0)));
    }

    private static List<Finding> leftovers(Evidence evidence) {
        return List.of(
                number("left in the request queue", evidence.left()), number("dead letters", evidence.deadLetters()));
    }

    private static List<Finding> fleet(FleetEvidence fleet) {
        return List.of(
                number("busy workers ended by the scaler", fleet.busyKilled()),
                number("instances above the maximum", Math.max(0, fleet.most() - fleet.maximum())),
                new Finding("instances left when nothing was to be done", fleet.left()),
                number("their processes", fleet.processes()));
    }

    private static List<String> disagreements(Evidence evidence) {
        Ledger ledger = evidence.ledger();
        List<String> all = new ArrayList<>();
        agree("accepted", ledger.accepted(), "pictures", evidence.pictures().size(), all);
        agree("succeeded", ledger.succeeded(), "results with a label", succeeded(evidence), all);
        agree(
                "failed",
                ledger.failed(),
                "results with a problem",
                evidence.results().size() - succeeded(evidence),
                all);
        agree(
                "accepted",
                ledger.accepted(),
                "succeeded + failed + waiting",
                ledger.succeeded() + ledger.failed() + ledger.waiting(),
                all);
        return all;
    }

    private static void agree(String one, long has, String other, long hasToo, List<String> disagreements) {
        if (has != hasToo) {
            disagreements.add("%d %s, %d %s".formatted(has, one, hasToo, other));
        }
    }

    private static long succeeded(Evidence evidence) {
        return evidence.results().values().stream().filter(Optional::isPresent).count();
    }

    private static boolean isWrong(Upload upload, Evidence evidence) {
        String right = evidence.labels().get(upload.picture());
        return told(upload, evidence).stream().anyMatch(label -> !label.equals(right));
    }

    /** All labels that it got, of the client and in the bucket. */
    private static Set<String> told(Upload upload, Evidence evidence) {
        Set<String> labels = new HashSet<>();
        upload.answers().forEach(answer -> answer.label().ifPresent(labels::add));
        upload.ids()
                .forEach(id ->
                        evidence.results().getOrDefault(id, Optional.empty()).ifPresent(labels::add));
        return labels;
    }

    private static boolean hasFailed(Upload upload, Evidence evidence) {
        boolean told =
                upload.answers().stream().anyMatch(answer -> answer.label().isEmpty());
        boolean stored = upload.ids().stream()
                .anyMatch(id -> evidence.results().containsKey(id)
                        && evidence.results().get(id).isEmpty());
        return told || stored;
    }

    private static Set<String> promised(Evidence evidence) {
        return evidence.uploads().stream()
                .flatMap(upload -> upload.ids().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> twice(Evidence evidence) {
        Set<String> seen = new HashSet<>();
        return evidence.uploads().stream()
                .flatMap(upload -> upload.ids().stream())
                .filter(id -> !seen.add(id))
                .toList();
    }

    private static Finding ids(String what, Evidence evidence, Predicate<String> is) {
        return new Finding(what, promised(evidence).stream().filter(is).sorted().toList());
    }

    private static Finding uploads(
            String what, Evidence evidence, Predicate<Upload> is, Function<Upload, String> words) {
        return new Finding(
                what, evidence.uploads().stream().filter(is).map(words).toList());
    }

    /** Cases of which nothing but their number is known. */
    private static Finding number(String what, long count) {
        return new Finding(what, Collections.nCopies(Math.toIntExact(count), "so many"));
    }
}
