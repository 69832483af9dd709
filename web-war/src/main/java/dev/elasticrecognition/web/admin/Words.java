package dev.elasticrecognition.web.admin;

import java.util.Locale;

/** How the words of the domain's enumerations are written in documents: in kebab case. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
