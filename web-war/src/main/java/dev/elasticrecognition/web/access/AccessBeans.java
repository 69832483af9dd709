package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.AdmitOperator;
import dev.elasticrecognition.domain.access.AdmitSession;
import dev.elasticrecognition.domain.access.AppointOperator;
import dev.elasticrecognition.domain.access.CurrentAccount;
import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.PasswordHashing;
import dev.elasticrecognition.domain.access.SessionSettings;
import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.access.SignIn;
import dev.elasticrecognition.domain.access.SignOut;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together how the operator is made, and how callers are known. */
@ApplicationScoped
public class AccessBeans {

    @Produces
    @Singleton
    AppointOperator appointOperator(SharedDocument<OperatorAccount> account, PasswordHashing hashing) {
        return new AppointOperator(account, hashing);
    }

    @Produces
    @Singleton
    CurrentAccount currentAccount(SharedDocument<OperatorAccount> account, InstantSource clock) {
        return new CurrentAccount(account, clock);
    }

    @Produces
    @Singleton
    AdmitOperator admitOperator(CurrentAccount current, PasswordHashing hashing) {
        return new AdmitOperator(current, hashing);
    }

    @Produces
    @Singleton
    SessionSettings sessionSettings(
            @ConfigProperty(name = SessionSettings.IDLE) Duration idle,
            @ConfigProperty(name = SessionSettings.LIFETIME) Duration lifetime) {
        return new SessionSettings(idle, lifetime);
    }

    @Produces
    @Singleton
    AdmitSession admitSession(
            Sessions sessions, CurrentAccount current, SessionSettings settings, InstantSource clock) {
        return new AdmitSession(sessions, current, settings, clock);
    }

    @Produces
    @Singleton
    SignIn signIn(AdmitOperator admitOperator, Sessions sessions, SessionSettings settings, InstantSource clock) {
        return new SignIn(admitOperator, sessions, settings, clock);
    }

    @Produces
    @Singleton
    SignOut signOut(Sessions sessions, AdmitSession admitSession) {
        return new SignOut(sessions, admitSession);
    }

    @Produces
    @Singleton
    BearerTokens bearerTokens(
            @ConfigProperty(name = StaticTokens.KEY) Optional<List<String>> configured,
            @ConfigProperty(name = JwtSettings.PUBLIC_KEY) Optional<String> publicKey,
            @ConfigProperty(name = JwtSettings.LOCATION) Optional<String> location,
            @ConfigProperty(name = JwtSettings.ISSUER) Optional<String> issuer,
            @ConfigProperty(name = JwtSettings.AUDIENCES) Optional<Set<String>> audiences) {
        JwtSettings settings = new JwtSettings(publicKey, location, issuer, audiences.orElse(Set.of()));
        return new BearerTokens(
                new StaticTokens(configured.orElse(List.of())),
                settings.isPresent() ? Optional.of(issuedTokens(settings)) : Optional.empty());
    }

    @Produces
    @Singleton
    PublicAccess publicAccess(@ConfigProperty(name = PublicAccess.KEY) String setting, BearerTokens tokens) {
        return PublicAccess.of(setting, tokens);
    }

    void check(@Observes Startup startup, PublicAccess access, SessionSettings sessions) {
        // Being injected, the settings have been read; those that make no sense keep the application from starting.
    }

    private static JsonWebTokens issuedTokens(JwtSettings settings) {
        return new JsonWebTokens(JwtKeys.of(settings), settings.issuer().orElseThrow(), settings.audiences());
    }
}
