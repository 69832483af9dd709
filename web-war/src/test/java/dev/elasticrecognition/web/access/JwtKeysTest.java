package dev.elasticrecognition.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtKeysTest {

    @Test
    void aPemHoldsAnRsaOrAnEcKey() throws KeySourceException {
        assertThat(keys(pem(rsa(2048))))
                .singleElement()
                .extracting(JWK::getKeyType)
                .isEqualTo(KeyType.RSA);
        assertThat(keys(pem(ec("secp256r1"))))
                .singleElement()
                .extracting(JWK::getKeyType)
                .isEqualTo(KeyType.EC);
    }

    @Test
    void aFileHoldsTheSame(@TempDir Path directory) throws IOException, KeySourceException {
        Path file = Files.writeString(directory.resolve("key.pem"), pem(rsa(2048)));

        assertThat(at(file.toString())).hasSize(1);
        assertThat(at(file.toUri().toString())).hasSize(1);
        assertThatThrownBy(() -> at(directory.resolve("none").toString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("mp.jwt.verify.publickey.location");
    }

    @Test
    void keysThatAreTooWeakAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys(pem(rsa(1024))))
                .withMessageStartingWith("mp.jwt.verify.publickey must");
        assertThatIllegalArgumentException().isThrownBy(() -> keys(pem(ec("secp384r1"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "key", "{}", "{\"keys\":[{}]}", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> keys(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer.example/keys", "ftp://issuer.example/keys", "classpath:keys"})
    void anAddressThatIsNotSafeIsRefused(String location) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(location))
                .withMessageContaining("must be a file or begin with https:");
    }

    private static List<JWK> keys(String text) throws KeySourceException {
        return all(new JwtSettings(Optional.of(text), Optional.empty(), Optional.of("i"), Set.of("a")));
    }

    private static List<JWK> at(String location) throws KeySourceException {
        return all(new JwtSettings(Optional.empty(), Optional.of(location), Optional.of("i"), Set.of("a")));
    }

    private static List<JWK> all(JwtSettings settings) throws KeySourceException {
        return JwtKeys.of(settings).get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }

    private static PublicKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded()));
    }
}
