package dev.elasticrecognition.web.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that pages say, by key: the same bundle that views see as {@code text}. */
@ApplicationScoped
public class Texts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("dev.elasticrecognition.web.pages.texts");

    /** The text of this key; empty if there is none. */
    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The text of this key, which there is, with values in its places {0}, {1} and so on. */
    String say(String key, Object... values) {
        String text = bundle.getString(key);
        for (int index = 0; index < values.length; index++) {
            text = text.replace("{" + index + "}", String.valueOf(values[index]));
        }
        return text;
    }

    /** A problem in words for people.
     *
     * @param type a problem document's, or its last word
     */
    String problem(String type) {
        return find("problem." + type.substring(type.lastIndexOf(':') + 1)).orElseGet(() -> say("problem.other"));
    }

    /** All texts, in the order of their keys. */
    SortedMap<String, Object> all() {
        SortedMap<String, Object> all = new TreeMap<>();
        bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        return all;
    }
}
