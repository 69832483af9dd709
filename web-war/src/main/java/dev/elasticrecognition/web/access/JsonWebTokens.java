package dev.elasticrecognition.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.elasticrecognition.domain.access.OperatorAccount;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JSON Web Tokens (RFC 7519) as MicroProfile JWT uses them: signed with RS256 or ES256, issued by the issuer for one of
 * our audiences, within their time (a minute of difference between clocks is forgiven). The claim {@code upn}, else
 * {@code preferred_username}, else {@code sub} names the holder; {@code groups} with {@code operator} makes him one.
 */
final class JsonWebTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Set<String> ROLES = Set.of(OperatorAccount.NAME);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    JsonWebTokens(JWKSource<SecurityContext> keys, String issuer, Set<String> audiences) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audiences, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp"), Set.of()));
    }

    /**
     * Tells who the token's holder is.
     *
     * @throws InvalidToken if it isn't accepted
     * @throws KeysUnavailable if it can't be known, because the issuer's keys can't be got
     */
    Caller holder(String token) {
        try {
            return caller(processor.process(token, null));
        } catch (ExpiredJWTException e) {
            throw new InvalidToken("It has expired", e.getMessage());
        } catch (ParseException | BadJOSEException e) {
            throw new InvalidToken(
                    "It isn't signed by the issuer, not valid yet, or not meant for this service", e.getMessage());
        } catch (JOSEException e) {
            throw new KeysUnavailable(e);
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        String name = Stream.of("upn", "preferred_username", "sub")
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
        List<String> groups =
                Optional.ofNullable(claims.getStringListClaim("groups")).orElse(List.of());
        return new Caller(name, groups.stream().filter(ROLES::contains).collect(Collectors.toUnmodifiableSet()));
    }
}
