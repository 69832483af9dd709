package dev.elasticrecognition.client.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator's password, which the front end tells its log once, when it is ready for the first time. */
public final class OperatorPassword {

    private static final Pattern LINE = Pattern.compile("The operator's password is (\\S+);");

    private OperatorPassword() {}

    /** The password, if it was told since the front end was last started. */
    public static Optional<String> toldIn(DataDirectory data) {
        Matcher line = LINE.matcher(new LogFile(data.frontLog()).text());
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }
}
