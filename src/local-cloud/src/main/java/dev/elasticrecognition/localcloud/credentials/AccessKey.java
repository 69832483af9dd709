package dev.elasticrecognition.localcloud.credentials;

import java.security.SecureRandom;

/**
 * An access key: who signs, and with what. The text form leaves the secret out, so that no log ever shows it.
 *
 * @param id 20 characters, as AWS makes them: {@code AKIA} and 16 of A to Z and 2 to 7
 * @param secret 40 characters
 */
public record AccessKey(String id, String secret) {

    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes a key that nobody has had before. */
    public static AccessKey random() {
        return new AccessKey("AKIA" + randomText(ID_ALPHABET, 16), randomText(SECRET_ALPHABET, 40));
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }

    private static String randomText(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(alphabet.charAt(index)), StringBuilder::append)
                .toString();
    }
}
