package dev.elasticrecognition.web.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;

/**
 * The public keys by which JSON Web Tokens are verified. Those of an https address are got when they are first needed,
 * kept for five minutes, and got anew when a token names one that isn't among them.
 */
final class JwtKeys {

    private static final int CONNECT_MILLIS = 2000;
    private static final int READ_MILLIS = 2000;
    private static final int MAX_BYTES = 1 << 20;
    private static final int MIN_RSA_BITS = 2048;
    private static final String PEM = "(?s)\\s*-----BEGIN PUBLIC KEY-----(.*)-----END PUBLIC KEY-----\\s*";

    private JwtKeys() {}

    /** @throws IllegalArgumentException if there are none that can be used */
    static JWKSource<SecurityContext> of(JwtSettings settings) {
        return settings.publicKey()
                .map(key -> fixed(key, JwtSettings.PUBLIC_KEY))
                .orElseGet(() -> at(settings.location().orElseThrow()));
    }

    private static JWKSource<SecurityContext> at(String location) {
        if (location.startsWith("https:")) {
            return remote(location);
        }
        if (location.matches("\\w{2,}:(?<!file:).*")) {
            throw new IllegalArgumentException(
                    JwtSettings.LOCATION + " must be a file or begin with https:, but is " + location);
        }
        try {
            Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            return fixed(Files.readString(file), JwtSettings.LOCATION);
        } catch (IOException e) {
            throw new UncheckedIOException(JwtSettings.LOCATION + " can't be read: " + location, e);
        }
    }

    private static JWKSource<SecurityContext> remote(String location) {
        try {
            return JWKSourceBuilder.create(
                            URI.create(location).toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES))
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(JwtSettings.LOCATION + " is no address: " + location, e);
        }
    }

    private static JWKSource<SecurityContext> fixed(String text, String key) {
        try {
            return new ImmutableJWKSet<>(checked(text.matches(PEM) ? new JWKSet(pem(text)) : json(text)));
        } catch (GeneralSecurityException | ParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s must hold a public key (RSA of %d bits or more, or EC P-256) as PEM (BEGIN PUBLIC KEY) or JSON Web Key"
                            .formatted(key, MIN_RSA_BITS),
                    e);
        }
    }

    private static JWKSet json(String text) throws ParseException {
        return text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(JWK.parse(text));
    }

    private static JWK pem(String text) throws GeneralSecurityException {
        X509EncodedKeySpec encoded =
                new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text.replaceFirst(PEM, "$1")));
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded))
                    .build();
        } catch (GeneralSecurityException noRsa) {
            return ec((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded));
        }
    }

    private static JWK ec(ECPublicKey key) {
        if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
            throw new IllegalArgumentException("The EC key is of another curve");
        }
        return new ECKey.Builder(Curve.P_256, key).build();
    }

    private static JWKSet checked(JWKSet keys) {
        for (JWK key : keys.getKeys()) {
            if (key instanceof RSAKey && key.size() < MIN_RSA_BITS) {
                throw new IllegalArgumentException("An RSA key is too short");
            }
        }
        return keys.toPublicJWKSet();
    }
}
