package dev.elasticrecognition.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured, on what, and when. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";
    private static final double GIBIBYTE = 1L << 30;

    private Machine() {}

    /** @param home the checkout */
    static Section section(Path home) throws IOException, InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Section.of(
                "Machine and version",
                "Figures of different machines can't be compared, nor those of one machine at different times, if it isn't alone"
                        + " on its processor. Relations to the first row of the costs can.",
                List.of("", ""),
                List.of(
                        List.of("date", LocalDate.now(ZoneOffset.UTC).toString()),
                        List.of("version", version(home)),
                        List.of("processor", processor().orElse(system.getArch())),
                        List.of("cores", Integer.toString(system.getAvailableProcessors())),
                        List.of(
                                "memory",
                                String.format(Locale.ROOT, "%.0f GiB", system.getTotalMemorySize() / GIBIBYTE)),
                        List.of("system", system.getName() + " " + system.getVersion()),
                        List.of(
                                "Java",
                                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")),
                        List.of("load before", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()))));
    }

    /** Linux alone tells it in a file. */
    private static Optional<String> processor() throws IOException {
        if (Files.notExists(PROCESSORS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }

    /** The commit; a checkout without git has none. */
    private static String version(Path home) throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "-C", home.toString(), "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
