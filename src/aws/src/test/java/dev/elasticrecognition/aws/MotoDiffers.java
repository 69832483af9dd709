package dev.elasticrecognition.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What AWS and the local cloud do and moto's server doesn't; it isn't asked of moto. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MotoDiffers.Condition.class)
@interface MotoDiffers {

    /** What moto does instead. */
    String value();

    /** Leaves out what bears the annotation when the tests run against moto. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), MotoDiffers.class)
                    .filter(difference -> CloudUnderTest.isMoto())
                    .map(difference -> ConditionEvaluationResult.disabled("moto: " + difference.value()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("as AWS"));
        }
    }
}
