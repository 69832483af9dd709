package dev.elasticrecognition.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/** Names of attributes: those of OpenTelemetry's semantic conventions, 1.40, where there are some, and our own. */
final class Words {

    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> HTTP_METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");
    static final AttributeKey<String> URL_SCHEME = AttributeKey.stringKey("url.scheme");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
    static final AttributeKey<String> USER_AGENT = AttributeKey.stringKey("user_agent.original");
    static final AttributeKey<String> MESSAGING_SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> MESSAGING_OPERATION = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> MESSAGING_OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> MESSAGING_DESTINATION = AttributeKey.stringKey("messaging.destination.name");

    static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("elastic.request.id");
    static final AttributeKey<String> IMAGE_TYPE = AttributeKey.stringKey("elastic.image.type");
    static final AttributeKey<Long> IMAGE_SIZE = AttributeKey.longKey("elastic.image.size");
    static final AttributeKey<Long> RECEIVE_COUNT = AttributeKey.longKey("elastic.receive_count");
    static final AttributeKey<Double> WAITING = AttributeKey.doubleKey("elastic.waiting_ms");
    static final AttributeKey<Double> DECODING = AttributeKey.doubleKey("elastic.decoding_ms");
    static final AttributeKey<Double> INFERENCE = AttributeKey.doubleKey("elastic.inference_ms");
    static final AttributeKey<String> MODEL = AttributeKey.stringKey("elastic.model");
    static final AttributeKey<String> LABEL = AttributeKey.stringKey("elastic.label");
    static final AttributeKey<String> PROBLEM = AttributeKey.stringKey("elastic.problem");

    static final String SQS = "aws_sqs";

    private Words() {}
}
