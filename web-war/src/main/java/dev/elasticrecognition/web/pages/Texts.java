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
    Optional<String> get(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** All texts, in the order of their keys. */
    SortedMap<String, Object> all() {
        SortedMap<String, Object> all = new TreeMap<>();
        bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        return all;
    }
}
