package dev.elasticrecognition.localcloud.errors;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/**
 * Error codes of the EC2 API with their HTTP status. Clients decide by the pair whether they try again: a client's
 * error is 4xx, a server's 5xx.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error codes for EC2</a>
 */
public enum ErrorCode {
    AUTH_FAILURE(401, "AuthFailure"),
    DRY_RUN_OPERATION(412, "DryRunOperation"),
    IDEMPOTENT_PARAMETER_MISMATCH(400, "IdempotentParameterMismatch"),
    INCOMPLETE_SIGNATURE(400, "IncompleteSignature"),
    INCORRECT_INSTANCE_STATE(400, "IncorrectInstanceState"),
    INSTANCE_LIMIT_EXCEEDED(400, "InstanceLimitExceeded"),
    INSUFFICIENT_INSTANCE_CAPACITY(500, "InsufficientInstanceCapacity"),
    INTERNAL_ERROR(500, "InternalError"),
    INVALID_ACTION(400, "InvalidAction"),
    INVALID_AMI_ID_MALFORMED(400, "InvalidAMIID.Malformed"),
    INVALID_ID(400, "InvalidID"),
    INVALID_INSTANCE_ID_MALFORMED(400, "InvalidInstanceID.Malformed"),
    INVALID_INSTANCE_ID_NOT_FOUND(400, "InvalidInstanceID.NotFound"),
    INVALID_LAUNCH_TEMPLATE_ID_MALFORMED(400, "InvalidLaunchTemplateId.Malformed"),
    INVALID_NEXT_TOKEN(400, "InvalidNextToken"),
    INVALID_PARAMETER_COMBINATION(400, "InvalidParameterCombination"),
    INVALID_PARAMETER_VALUE(400, "InvalidParameterValue"),
    INVALID_USER_DATA_MALFORMED(400, "InvalidUserData.Malformed"),
    MALFORMED_QUERY_STRING(400, "MalformedQueryString"),
    MISSING_ACTION(400, "MissingAction"),
    MISSING_AUTHENTICATION_TOKEN(403, "MissingAuthenticationToken"),
    MISSING_PARAMETER(400, "MissingParameter"),
    REQUEST_EXPIRED(400, "RequestExpired"),
    REQUEST_LIMIT_EXCEEDED(503, "RequestLimitExceeded"),
    SIGNATURE_DOES_NOT_MATCH(403, "SignatureDoesNotMatch"),
    TAG_LIMIT_EXCEEDED(400, "TagLimitExceeded");

    private final int status;
    private final String wireName;

    ErrorCode(int status, String wireName) {
        this.status = status;
        this.wireName = wireName;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }

    /** The code as the error document spells it. */
    public String wireName() {
        return wireName;
    }

    /** An error with this code; the message is a format of {@link String#format}. */
    @FormatMethod
    public ServiceError error(@FormatString String message, Object... arguments) {
        return new ServiceError(this, message.formatted(arguments));
    }
}
