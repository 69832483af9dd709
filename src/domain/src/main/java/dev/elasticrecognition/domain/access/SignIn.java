package dev.elasticrecognition.domain.access;

import java.time.InstantSource;
import java.util.Optional;

/** Begins a session for who has the operator's password. */
public final class SignIn {

    private final AdmitOperator admitOperator;
    private final Sessions sessions;
    private final SessionSettings settings;
    private final InstantSource clock;

    public SignIn(AdmitOperator admitOperator, Sessions sessions, SessionSettings settings, InstantSource clock) {
        this.admitOperator = admitOperator;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The token of a new session; empty if name or password is wrong.
     *
     * @throws TooManyAttempts if others' passwords are being checked all the time
     */
    public Optional<SessionToken> signIn(String name, String password) {
        return admitOperator.admit(name, password).map(this::begin);
    }

    private SessionToken begin(OperatorAccount account) {
        SessionToken token = SessionToken.random();
        sessions.begin(token.name(), Session.begin(account, clock.instant(), settings.lifetime()));
        return token;
    }
}
