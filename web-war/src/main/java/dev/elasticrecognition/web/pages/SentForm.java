package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.web.results.RecognitionDocument;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a browser goes when its form was taken in: what became requests is named by id, and of what didn't the type of
 * problem and the file's name are told, cut short, so that no address gets longer than servers take.
 */
public final class SentForm {

    static final String ID = "id";
    static final String REFUSED = "refused";
    static final String MORE_REFUSED = "more";

    /** So many refused files are named. */
    static final int MOST_NAMED = 20;

    private static final int LONGEST_NAME = 40;

    private SentForm() {}

    /** To what has become of the files. */
    public static URI results(List<RecognitionDocument> files) {
        List<RecognitionDocument> refused =
                files.stream().filter(file -> file.id() == null).toList();
        Stream<String> accepted =
                files.stream().filter(file -> file.id() != null).map(file -> parameter(ID, file.id()));
        Stream<String> named = refused.stream()
                .limit(MOST_NAMED)
                .map(file -> parameter(REFUSED, word(file.problem().type()) + ' ' + shortened(file.fileName())));
        Stream<String> more = refused.size() > MOST_NAMED
                ? Stream.of(parameter(MORE_REFUSED, String.valueOf(refused.size() - MOST_NAMED)))
                : Stream.empty();
        return URI.create("/results?"
                + Stream.of(accepted, named, more)
                        .flatMap(parameters -> parameters)
                        .collect(Collectors.joining("&")));
    }

    /** Back to the form, none of which was taken in. */
    public static URI back(String problemType) {
        return URI.create("/?" + parameter(UploadPage.PROBLEM, word(problemType)));
    }

    private static String word(String problemType) {
        return problemType.substring(problemType.lastIndexOf(':') + 1);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + '…';
    }

    private static String parameter(String name, String value) {
        return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
