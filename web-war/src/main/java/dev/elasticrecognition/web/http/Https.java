package dev.elasticrecognition.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * Whether the server speaks TLS itself.
 *
 * @param isOn whether it does; then plain HTTP is sent there
 * @param port where it does, 1 to 65535
 */
public record Https(boolean isOn, int port) {

    static final String KEY = "elastic.https";
    static final String PORT = "elastic.https.port";
    static final String KEYSTORE = "elastic.https.keystore";
    static final String PASSWORD = "elastic.https.keystore-password";

    private static final int HTTPS_PORT = 443;
    private static final int PERMANENT_REDIRECT = 308;

    /**
     * Reads the settings.
     *
     * @param setting {@code on} or {@code off}
     * @param keystore a file in PKCS #12 with the key and its certificates; looked at only if it is on
     * @throws IllegalArgumentException if the server couldn't speak TLS by them
     */
    static Https of(String setting, int port, String keystore, String password) {
        boolean on = setting.equals("on");
        if (!on && !setting.equals("off")) {
            throw new IllegalArgumentException("%s must be on or off, but is '%s'".formatted(KEY, setting));
        }
        if (on) {
            requireKey(keystore, password);
        }
        return new Https(on, port);
    }

    private static void requireKey(String keystore, String password) {
        if (entries(keystore, password) == 0) {
            throw new IllegalArgumentException(KEYSTORE + " holds no key: " + keystore);
        }
    }

    /** A file that isn't there is an illegal argument to the JDK. */
    private static int entries(String keystore, String password) {
        try {
            return KeyStore.getInstance(new File(keystore), password.toCharArray())
                    .size();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s can't be read with %s: %s (%s)".formatted(KEYSTORE, PASSWORD, keystore, e.getMessage()), e);
        }
    }

    /** Whether a call came without TLS where there is TLS. */
    public boolean isMissedBy(HttpServletRequest request) {
        return isOn && !request.isSecure();
    }

    /** Sends such a call where there is (308, which keeps method and body). */
    public void redirect(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader(
                "Location", "https://" + authority(request.getServerName()) + request.getRequestURI() + query);
    }

    /** The authority of this server's https addresses. */
    String authority(String host) {
        return port == HTTPS_PORT ? host : host + ":" + port;
    }
}
