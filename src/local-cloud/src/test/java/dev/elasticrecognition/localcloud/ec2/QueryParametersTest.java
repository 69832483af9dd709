package dev.elasticrecognition.localcloud.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.errors.ServiceError;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Test
    void aPlusIsABlankAndPercentIsUtf8() {
        assertThat(QueryParameters.decode("a=x+y%26z%3D%C3%A9&b=").text("a")).contains("x y&z=é");
        assertThat(QueryParameters.decode("a=x+y%26z%3D%C3%A9&b=").text("b")).contains("");
        assertThat(QueryParameters.decode("").text("b")).isEmpty();
    }

    @Test
    void aListIsInTheOrderOfItsNumbers() {
        assertThat(QueryParameters.decode("Id.10=k&Id.2=b&Id.1=a&Id.x=no&Id.0=no&Identity.1=no")
                        .list("Id"))
                .containsExactly("a", "b", "k");
    }

    @Test
    void structuresInListsHaveTheirOwnLists() {
        QueryParameters request =
                QueryParameters.decode("Filter.1.Name=n&Filter.1.Value.1=a&Filter.1.Value.2=b&Filter.2.Name=m");
        assertThat(request.items("Filter")).hasSize(2);
        assertThat(request.items("Filter").get(0).list("Value")).containsExactly("a", "b");
        assertThat(request.items("Filter").get(1).required("Name")).isEqualTo("m");
        refused(
                ErrorCode.MISSING_PARAMETER,
                () -> request.items("Filter").get(1).requiredList("Value"));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(ErrorCode.MALFORMED_QUERY_STRING, () -> QueryParameters.decode("a=%zz"));
        refused(ErrorCode.MALFORMED_QUERY_STRING, () -> QueryParameters.decode("a=1&a=2"));
        refused(ErrorCode.MALFORMED_QUERY_STRING, () -> QueryParameters.decode("alone"));
        refused(
                ErrorCode.INVALID_PARAMETER_VALUE,
                () -> QueryParameters.decode("n=x").number("n", 1, 9));
        refused(
                ErrorCode.INVALID_PARAMETER_VALUE,
                () -> QueryParameters.decode("n=10").number("n", 1, 9));
        refused(
                ErrorCode.INVALID_PARAMETER_VALUE,
                () -> QueryParameters.decode("f=yes").flag("f"));
        refused(ErrorCode.MISSING_PARAMETER, () -> QueryParameters.decode("a=").required("a"));
    }

    @Test
    void theDigestTellsWhetherTheSameIsAskedFor() {
        String first = QueryParameters.decode("a=1&b=2&ClientToken=x").digestWithout(Set.of("ClientToken"));
        String same = QueryParameters.decode("ClientToken=y&b=2&a=1").digestWithout(Set.of("ClientToken"));
        String other = QueryParameters.decode("a=1&b=3&ClientToken=x").digestWithout(Set.of("ClientToken"));
        assertThat(same).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(QueryParameters.decode("a=1%2C+b%3D2").digestWithout(Set.of()))
                .isNotEqualTo(QueryParameters.decode("a=1&b=2").digestWithout(Set.of()));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ServiceError.class)
                .isThrownBy(call)
                .extracting(ServiceError::code)
                .isEqualTo(code);
    }
}
