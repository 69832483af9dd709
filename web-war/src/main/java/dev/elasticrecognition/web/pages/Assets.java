package dev.elasticrecognition.web.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that pages refer to: style, scripts, icons, and the texts as a script. They are few and small, so they are kept
 * in memory. Their addresses hold a fingerprint of them all: what is at such an address never changes, and a script finds
 * its neighbours beside it.
 */
@Named
@ApplicationScoped
public class Assets {

    static final String PATH = "/assets/";

    private static final String FOLDER = "/WEB-INF/assets/";
    private static final int DIGITS = 16;

    @Inject
    ServletContext context;

    @Inject
    Texts texts;

    private Map<String, byte[]> files;
    private String fingerprint;

    @PostConstruct
    void read() {
        files = new TreeMap<>();
        for (String file : context.getResourcePaths(FOLDER)) {
            files.put(file.substring(FOLDER.length()), read(file));
        }
        files.put("texts.js", script().getBytes(StandardCharsets.UTF_8));
        fingerprint = fingerprint(files);
    }

    /** Where a file is, for pages. */
    public String path(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("There is no file '%s' in %s".formatted(name, FOLDER));
        }
        return PATH + fingerprint + '/' + name;
    }

    /** The present fingerprint, in hexadecimal. */
    String fingerprint() {
        return fingerprint;
    }

    /** A file's content; empty if there is none of this name. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private byte[] read(String file) {
        try (InputStream content = context.getResourceAsStream(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same texts for scripts that views have. */
    private String script() {
        return "export default " + Json.createObjectBuilder(texts.all()).build() + ";\n";
    }

    private static String fingerprint(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
