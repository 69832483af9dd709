package dev.elasticrecognition.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with a configuration: names that begin like ours and are none, and values that can't be. Settings of the
 * other server are known, for both may share an environment.
 */
final class Flaws {

    private static final Pattern OURS = Pattern.compile("(?i)elastic[._].*");

    /** What isn't for servers, but may be in their environment: the command line's, and the agent's of Elastic APM. */
    private static final Pattern NOT_FOR_US = Pattern.compile("ELASTIC_TOKEN|ELASTIC_OPERATOR_PASSWORD|ELASTIC_APM_.*");

    private static final int NEAREST = 2;

    /** Settings by their environment variables, in which a dash and a dot are the same. */
    private static final Map<String, Setting> KNOWN =
            Settings.ALL.stream().collect(Collectors.toUnmodifiableMap(Setting::variable, Function.identity()));

    private Flaws() {}

    /**
     * All that is wrong, each in words that name the key; empty if nothing is.
     *
     * @param names all names of the configuration, ours or not, as keys or as environment variables
     * @param values the value of a key; null if there is none
     */
    static List<String> in(Iterable<String> names, UnaryOperator<String> values) {
        List<String> flaws = new ArrayList<>(unknown(names));
        for (Setting setting : Settings.ALL) {
            wrong(setting, values.apply(setting.key())).ifPresent(flaws::add);
        }
        return flaws;
    }

    /** One name may be there twice: as the variable that it is, and as the key that it could stand for. */
    private static List<String> unknown(Iterable<String> names) {
        Map<String, String> unknown = new TreeMap<>();
        for (String name : names) {
            String variable = Setting.variable(name);
            if (OURS.matcher(name).matches()
                    && !KNOWN.containsKey(variable)
                    && !NOT_FOR_US.matcher(variable).matches()) {
                unknown.merge(variable, name, (one, other) -> one.equals(variable) ? one : other);
            }
        }
        return unknown.entrySet().stream()
                .map(entry -> "%s is no setting; the nearest are %s"
                        .formatted(entry.getValue(), nearest(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Optional<String> wrong(Setting setting, String value) {
        if (value == null || (value.isEmpty() && setting.preset().isEmpty())) {
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return Optional.of("%s is set, but empty".formatted(setting.key()));
        }
        return setting.form().fits().test(value)
                ? Optional.empty()
                : Optional.of("%s must be %s, but is '%s'"
                        .formatted(setting.key(), setting.form().text().replace("`", ""), value));
    }

    /** In the writing of the name that isn't known. */
    private static String nearest(String variable, String name) {
        boolean asVariable = name.equals(variable);
        return KNOWN.keySet().stream()
                .sorted(Comparator.comparingInt(known -> distance(variable, known)))
                .limit(NEAREST)
                .map(known -> asVariable ? known : KNOWN.get(known).key())
                .collect(Collectors.joining(" and "));
    }

    /** How many signs have to be put in, taken out or replaced to make one text of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] next = new int[last.length];
            next[0] = i;
            for (int j = 1; j < next.length; j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replaced, 1 + Math.min(last[j], next[j - 1]));
            }
            last = next;
        }
        return last[other.length()];
    }
}
