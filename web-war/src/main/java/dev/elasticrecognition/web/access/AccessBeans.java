package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.AdmitOperator;
import dev.elasticrecognition.domain.access.AppointOperator;
import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.PasswordHashing;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts together how the operator is made and known. */
@ApplicationScoped
public class AccessBeans {

    @Produces
    @Singleton
    AppointOperator appointOperator(SharedDocument<OperatorAccount> account, PasswordHashing hashing) {
        return new AppointOperator(account, hashing);
    }

    @Produces
    @Singleton
    AdmitOperator admitOperator(SharedDocument<OperatorAccount> account, PasswordHashing hashing, InstantSource clock) {
        return new AdmitOperator(account, hashing, clock);
    }
}
