package dev.elasticrecognition.web.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page where people sign in tells them. */
enum Notice {
    /** Name or password was wrong. */
    WRONG,
    /** Too many passwords are being tried. */
    BUSY,
    /** The stores can't be asked. */
    AWAY,
    /** The session is over. */
    OVER,
    /** He has signed out. */
    OUT;

    /** As it is written in addresses and in the keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Notice> of(String word) {
        return Stream.of(values()).filter(notice -> notice.word().equals(word)).findFirst();
    }
}
