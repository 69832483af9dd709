package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.IncomprehensibleAnswerException;
import dev.elasticrecognition.client.Outcome;
import dev.elasticrecognition.client.ProblemException;
import dev.elasticrecognition.client.RecognitionClient;
import dev.elasticrecognition.client.UnreachableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sends images, some at the same time, and reports each. */
record Uploads(RecognitionClient client, int concurrency, Duration patience, Optional<Journal> journal, Report report) {

    /** No token, a wrong one, not allowed, no such path. */
    private static final Set<Integer> REFUSING_ALL = Set.of(301, 302, 303, 307, 308, 401, 403, 404);

    /** Returns when the last image is reported, or when there is no use in sending more. */
    void send(List<Input> inputs) throws IOException {
        List<Submission> left = new ArrayList<>();
        for (Input input : inputs) {
            journal.flatMap(earlier -> earlier.result(input))
                    .ifPresentOrElse(
                            result -> report.add(input, result), () -> left.add(new Submission(input, journal)));
        }
        report.notSent(left.size() - sent(left));
    }

    private int sent(List<Submission> submissions) throws IOException {
        int sent = 0;
        try (Stream<Outcome<Submission>> outcomes = client.recognizeAll(submissions.stream(), concurrency, patience)) {
            boolean useful = true;
            for (Iterator<Outcome<Submission>> each = outcomes.iterator(); useful && each.hasNext(); sent++) {
                Outcome<Submission> outcome = each.next();
                report(outcome);
                useful = !isRefusalOfAll(outcome);
            }
        }
        return sent;
    }

    private void report(Outcome<Submission> outcome) throws IOException {
        Input input = outcome.source().input();
        Result result = Result.of(outcome, patience);
        if (journal.isPresent() && result.isFinal()) {
            journal.get().keep(input, result);
        }
        report.add(input, result);
    }

    private static boolean isRefusalOfAll(Outcome<Submission> outcome) {
        if (!(outcome instanceof Outcome.Unanswered<Submission> unanswered)) {
            return false;
        }
        Exception why = unanswered.why();
        return why instanceof UnreachableException
                || why instanceof IncomprehensibleAnswerException
                || (why instanceof ProblemException refusal
                        && REFUSING_ALL.contains(refusal.problem().status()));
    }
}
