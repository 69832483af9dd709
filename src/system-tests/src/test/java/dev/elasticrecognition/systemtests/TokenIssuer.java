package dev.elasticrecognition.systemtests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Issues JSON Web Tokens as an identity provider does, and such as none would. */
final class TokenIssuer {

    static final String NAME = "https://issuer.example";
    static final String AUDIENCE = "elastic-recognition";

    private static final int RSA_BITS = 2048;

    private final RSAKey rsa;
    private final ECKey ec;

    TokenIssuer() {
        try {
            rsa = new RSAKeyGenerator(RSA_BITS).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The set of its public keys, as JSON. */
    String keys() {
        return new JWKSet(List.of(rsa, ec)).toString(true);
    }

    /** The claims of a token that is accepted, for changing. */
    static JWTClaimsSet.Builder claims(String name, String... groups) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .claim("upn", name)
                .claim("groups", List.of(groups))
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(10)));
    }

    static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    String rs256(JWTClaimsSet.Builder claims) {
        return rsa(JWSAlgorithm.RS256, claims);
    }

    String rs512(JWTClaimsSet.Builder claims) {
        return rsa(JWSAlgorithm.RS512, claims);
    }

    String es256(JWTClaimsSet.Builder claims) {
        try {
            return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec"), new ECDSASigner(ec), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with the public key, as if it were a shared secret. */
    String hs256(JWTClaimsSet.Builder claims) {
        try {
            byte[] secret = rsa.toRSAPublicKey().getEncoded();
            return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa"), new MACSigner(secret), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the algorithm {@code none}. */
    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    /** With its claims exchanged after it was signed. */
    String forged(JWTClaimsSet.Builder claims, JWTClaimsSet.Builder others) {
        String[] genuine = rs256(claims).split("\\.", 3);
        String[] other = rs256(others).split("\\.", 3);
        return genuine[0] + "." + other[1] + "." + genuine[2];
    }

    private String rsa(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        try {
            return signed(new JWSHeader.Builder(algorithm).keyID("rsa"), new RSASSASigner(rsa), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
