package dev.elasticrecognition.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What ONNX Runtime runs a network by. Which of them there are depends on how its package was built, and on the machine. */
public enum ExecutionProvider {
    /** The processor, which every package has and every session ends with. */
    CPU(OrtProvider.CPU, options -> {}),
    CUDA(OrtProvider.CUDA, SessionOptions::addCUDA),
    TENSORRT(OrtProvider.TENSOR_RT, options -> options.addTensorrt(0)),
    ROCM(OrtProvider.ROCM, SessionOptions::addROCM),
    OPENVINO(OrtProvider.OPEN_VINO, options -> options.addOpenVINO("")),
    DIRECTML(OrtProvider.DIRECT_ML, options -> options.addDirectML(0)),
    COREML(OrtProvider.CORE_ML, options -> options.addCoreML(Map.of())),
    DNNL(OrtProvider.DNNL, options -> options.addDnnl(true)),
    XNNPACK(OrtProvider.XNNPACK, options -> options.addXnnpack(Map.of()));

    @FunctionalInterface
    private interface Addition {

        void to(SessionOptions options) throws OrtException;
    }

    private final OrtProvider provider;

    @SuppressWarnings("ImmutableEnumChecker") // The additions keep nothing.
    private final Addition addition;

    ExecutionProvider(OrtProvider provider, Addition addition) {
        this.provider = provider;
        this.addition = addition;
    }

    /**
     * The provider of a name, in upper or lower case.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ExecutionProvider named(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s names %s, not '%s'".formatted(OnnxSettings.PROVIDERS, names(List.of(values())), name)));
    }

    /** @throws UnavailableProvider if this package of ONNX Runtime or this machine hasn't got it */
    void addTo(SessionOptions options) {
        Set<OrtProvider> offered = OrtEnvironment.getAvailableProviders();
        if (!offered.contains(provider)) {
            throw new UnavailableProvider(this, "isn't in this package of ONNX Runtime", null);
        }
        try {
            addition.to(options);
        } catch (OrtException e) {
            throw new UnavailableProvider(this, "doesn't work on this machine (%s)".formatted(e.getMessage()), e);
        }
    }

    /** Those that this package of ONNX Runtime has. */
    static List<ExecutionProvider> available() {
        Set<OrtProvider> offered = OrtEnvironment.getAvailableProviders();
        return Arrays.stream(values())
                .filter(each -> offered.contains(each.provider))
                .toList();
    }

    static String names(List<ExecutionProvider> providers) {
        return String.join(
                ", ",
                providers.stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
