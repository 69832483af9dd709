package dev.elasticrecognition.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens that are configured. Only their SHA-256 is known here, which is enough of a hash for what is as random as a key.
 */
final class StaticTokens {

    static final String KEY = "elastic.access.tokens";

    private static final Pattern ENTRY = Pattern.compile("(?<name>[A-Za-z0-9._-]{1,64}):(?<hash>[0-9a-fA-F]{64})");

    private final List<Entry> entries;

    /**
     * @param entries each {@code name:sha256-hex}
     * @throws IllegalArgumentException if one of them isn't
     */
    StaticTokens(Collection<String> entries) {
        this.entries = entries.stream().map(Entry::parse).toList();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whose token this is. How long it takes tells nothing about the tokens that there are. */
    Optional<Caller> holder(String token) {
        byte[] hash = bytes(sha256(token));
        Optional<Caller> holder = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(bytes(entry.hash()), hash)) {
                holder = Optional.of(Caller.named(entry.name()));
            }
        }
        return holder;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(token)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Entry(String name, String hash) {

        /** What is wrong is told without the entry, which might hold a token where its hash belongs. */
        static Entry parse(String text) {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches()) {
                throw new IllegalArgumentException(KEY
                        + " must hold name:hash, separated by commas: up to 64 letters, digits, '.', '_' or '-', and"
                        + " the token's SHA-256 as 64 hexadecimal digits");
            }
            return new Entry(entry.group("name"), entry.group("hash").toLowerCase(Locale.ROOT));
        }
    }
}
