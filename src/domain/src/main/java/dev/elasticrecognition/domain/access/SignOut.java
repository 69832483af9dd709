package dev.elasticrecognition.domain.access;

/** Ends a session: here at once, on other front ends after {@link AdmitSession#KEPT}. */
public final class SignOut {

    private final Sessions sessions;
    private final AdmitSession admitSession;

    public SignOut(Sessions sessions, AdmitSession admitSession) {
        this.sessions = sessions;
        this.admitSession = admitSession;
    }

    /** Ends the session of this token; harmless if it has none. */
    public void signOut(SessionToken token) {
        sessions.end(token.name());
        admitSession.forget(token);
    }
}
