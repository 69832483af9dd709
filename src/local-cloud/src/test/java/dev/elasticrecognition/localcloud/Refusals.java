package dev.elasticrecognition.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What EC2 answers when it refuses. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(int status, String code, ThrowingCallable call) {
        assertThatExceptionOfType(Ec2Exception.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.statusCode() + " "
                                + refused.awsErrorDetails().errorCode())
                        .isEqualTo(status + " " + code));
    }
}
