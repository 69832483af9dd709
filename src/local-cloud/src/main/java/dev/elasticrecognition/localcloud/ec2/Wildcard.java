package dev.elasticrecognition.localcloud.ec2;

import java.util.regex.Pattern;

/** A filter value: {@code *} stands for any text, {@code ?} for any character, after a backslash for themselves. */
public record Wildcard(Pattern pattern) {

    public static Wildcard of(String value) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\' && i + 1 < value.length()) {
                i++;
                regex.append(Pattern.quote(String.valueOf(value.charAt(i))));
            } else if (character == '*') {
                regex.append(".*");
            } else if (character == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return new Wildcard(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
