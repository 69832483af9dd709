package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FrontReports;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.history.SampleLog;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.recognition.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes what front ends and workers share in the control bucket. */
@ApplicationScoped
public class ControlBeans {

    @Produces
    @ApplicationScoped
    SharedDocument<FleetLedger> ledger(S3Client s3, AwsSettings settings) {
        return new S3SharedDocument<>(s3, settings.controlBucket(), "fleet.json", FleetLedger.class);
    }

    @Produces
    @ApplicationScoped
    SharedDocument<FleetControl> control(S3Client s3, AwsSettings settings) {
        return new S3SharedDocument<>(s3, settings.controlBucket(), "control.json", FleetControl.class);
    }

    @Produces
    @ApplicationScoped
    SharedDocument<OperatorAccount> operator(S3Client s3, AwsSettings settings) {
        return new S3SharedDocument<>(s3, settings.controlBucket(), "operator.json", OperatorAccount.class);
    }

    @Produces
    @ApplicationScoped
    Sessions sessions(S3Client s3, AwsSettings settings) {
        return new S3Sessions(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    Claims claims(S3Client s3, AwsSettings settings) {
        return new S3Claims(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    DeadLetters deadLetters(S3Client s3, AwsSettings settings) {
        return new S3DeadLetters(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    SentJournal sentJournal(S3Client s3, AwsSettings settings) {
        return new S3SentJournal(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    Heartbeats heartbeats(S3Client s3, AwsSettings settings) {
        return new S3Heartbeats(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    FrontReports frontReports(S3Client s3, AwsSettings settings) {
        return new S3FrontReports(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    DecisionLog decisionLog(S3Client s3, AwsSettings settings) {
        return new S3DecisionLog(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    AuditTrail auditTrail(S3Client s3, AwsSettings settings) {
        return new S3AuditTrail(s3, settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    SampleLog sampleLog(S3Client s3, AwsSettings settings) {
        return new S3SampleLog(s3, settings.controlBucket());
    }
}
