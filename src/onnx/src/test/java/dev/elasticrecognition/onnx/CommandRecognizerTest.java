package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import dev.elasticrecognition.onnx.CommandSettings.Mode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With two programs of ours, {@code classifier} and {@code line-classifier}, run by the system's own shell. */
class CommandRecognizerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final byte[] PICTURE = Pictures.bytes("china.jpg");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"label", "pair"})
    void theLastLineIsTheLabelWithOrWithoutTheFile(String behaviour) {
        try (CommandRecognizer recognizer = perImage(behaviour, PATIENCE)) {
            assertThat(recognizer.recognize(PICTURE).predictions()).containsExactly(new Prediction("a palace", 0, 1));
        }
    }

    @Test
    void theProgramGetsTheWholeFileInADirectoryOfOurOwn() {
        try (CommandRecognizer recognizer = perImage("look", PATIENCE)) {
            assertThat(label(recognizer)).isEqualTo(String.valueOf(PICTURE.length));
        }
    }

    @Test
    void nothingIsLeftOfAPictureNorOfItsDirectory() throws IOException {
        List<Path> before = ownDirectories();

        try (CommandRecognizer recognizer = perImage("label", PATIENCE)) {
            label(recognizer);
            assertThat(ownDirectories())
                    .filteredOn(each -> !before.contains(each))
                    .hasSize(1)
                    .allSatisfy(each -> assertThat(each).isEmptyDirectory());
        }

        assertThat(ownDirectories()).isEqualTo(before);
    }

    @Test
    void aProgramThatFailsRefusesThePictureInItsOwnWords() {
        try (CommandRecognizer recognizer = perImage("refuse", PATIENCE)) {
            assertThat(refusal(recognizer)).contains("exit code 3").contains("this is no palace");
        }
    }

    @Test
    void ofManyErrorsTheLastOnesCount() {
        try (CommandRecognizer recognizer = perImage("chatter", PATIENCE)) {
            assertThat(refusal(recognizer)).contains("line 19999").hasSizeLessThan(2500);
        }
    }

    @Test
    void aProgramThatPrintsNothingRefusesThePicture() {
        try (CommandRecognizer recognizer = perImage("silent", PATIENCE)) {
            assertThat(refusal(recognizer)).contains("printed no label");
        }
    }

    @Test
    void aProgramThatHangsIsKilledWithItsChildrenAndThePictureIsWorthAnotherTry() {
        Path child = directory.resolve("child");
        try (CommandRecognizer recognizer =
                recognizer(Mode.PER_IMAGE, SHORT, List.of("env", "PIDS=" + child, program("classifier"), "hang"))) {
            assertThatExceptionOfType(CommandFailed.class)
                    .isThrownBy(() -> recognizer.recognize(PICTURE))
                    .withMessageContaining("took longer than PT0.7S")
                    .withMessageContaining("about to hang");
        }
        awaitDeathOf(child);
    }

    @Test
    void whatIsNoPictureNeverReachesTheProgram() {
        try (CommandRecognizer recognizer = perImage("refuse", PATIENCE)) {
            assertThatExceptionOfType(RejectedImage.class)
                    .isThrownBy(() -> recognizer.recognize(new byte[] {1, 2, 3}))
                    .matches(rejected -> rejected.problem().kind() == Problem.Kind.UNSUPPORTED_TYPE);
        }
    }

    @Test
    void aPersistentProgramIsStartedOnce() {
        try (CommandRecognizer recognizer = persistent("count", PATIENCE)) {
            String first = label(recognizer);
            String second = label(recognizer);

            assertThat(first).startsWith("picture 1 of ");
            assertThat(second).isEqualTo(first.replace("picture 1", "picture 2"));
        }
    }

    @Test
    void aPersistentProgramEndsWithTheRecognizer() {
        CommandRecognizer recognizer = persistent("count", PATIENCE);
        long pid = Long.parseLong(label(recognizer).replaceAll(".* ", ""));

        recognizer.close();

        awaitDeathOf(pid);
    }

    @Test
    void aPersistentProgramMayRefuseAPictureAndGoesOn() {
        try (CommandRecognizer recognizer = persistent("refuse", PATIENCE)) {
            assertThat(refusal(recognizer)).contains("no palace in it");
            assertThat(refusal(recognizer)).contains("no palace in it");
        }
    }

    @Test
    void manyPicturesAtOnceGetTheirAnswers() {
        try (CommandRecognizer recognizer = persistent("count", PATIENCE)) {
            assertThat(IntStream.range(0, 24)
                            .parallel()
                            .mapToObj(i -> label(recognizer))
                            .distinct())
                    .hasSize(24);
        }
    }

    @Test
    void aPersistentProgramThatDiesLeavesItsLastWords() {
        try (CommandRecognizer recognizer = persistent("die", PATIENCE)) {
            assertThatExceptionOfType(CommandFailed.class)
                    .isThrownBy(() -> recognizer.recognize(PICTURE))
                    .withMessageContaining("out of paper");
        }
    }

    @Test
    void aPersistentProgramThatDiedIsStartedAnew() {
        try (CommandRecognizer recognizer = persistent("die-once", PATIENCE)) {
            assertThatExceptionOfType(CommandFailed.class).isThrownBy(() -> recognizer.recognize(PICTURE));
            assertThat(label(recognizer)).isEqualTo("a palace");
        }
    }

    @Test
    void aPersistentProgramThatHangsIsKilledWithItsChildrenAndStartedAnew() {
        try (CommandRecognizer recognizer = persistent("hang-once", SHORT)) {
            assertThatExceptionOfType(CommandFailed.class)
                    .isThrownBy(() -> recognizer.recognize(PICTURE))
                    .withMessageContaining("took longer than");
            awaitDeathOf(directory.resolve("child"));
            assertThat(label(recognizer)).isEqualTo("a palace");
        }
    }

    @Test
    void aPersistentProgramThatPrintsMoreThanALineIsFoundOut() {
        try (CommandRecognizer recognizer = persistent("twice", PATIENCE)) {
            await().untilAsserted(() -> assertThatExceptionOfType(CommandFailed.class)
                    .isThrownBy(() -> recognizer.recognize(PICTURE))
                    .withMessageContaining("more than one line for a picture"));
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recognizer(Mode.PER_IMAGE, PATIENCE, List.of("no-such-program")))
                .withMessageContaining("elastic.model.command")
                .withMessageContaining("no-such-program");
    }

    private CommandRecognizer perImage(String behaviour, Duration timeout) {
        return recognizer(Mode.PER_IMAGE, timeout, List.of(program("classifier"), behaviour));
    }

    private CommandRecognizer persistent(String behaviour, Duration timeout) {
        return recognizer(
                Mode.PERSISTENT,
                timeout,
                List.of(
                        "env",
                        "MARK=" + directory.resolve("mark"),
                        "PIDS=" + directory.resolve("child"),
                        program("line-classifier"),
                        behaviour));
    }

    private static CommandRecognizer recognizer(Mode mode, Duration timeout, List<String> command) {
        return new CommandRecognizer(new CommandSettings(command, mode, timeout, "test"), Pictures.LIMITS);
    }

    private static String program(String name) {
        try {
            Path program = Path.of(
                    CommandRecognizerTest.class.getResource("/programs/" + name).toURI());
            // Resources are copied without their permissions.
            if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
                throw new IllegalStateException(program + " can't be made executable");
            }
            return program.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String label(CommandRecognizer recognizer) {
        return recognizer.recognize(PICTURE).predictions().get(0).label();
    }

    private static String refusal(CommandRecognizer recognizer) {
        try {
            return label(recognizer);
        } catch (RejectedImage rejected) {
            assertThat(rejected.problem().kind()).isEqualTo(Problem.Kind.MODEL_REFUSED);
            return rejected.problem().detail();
        }
    }

    private static List<Path> ownDirectories() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith("elastic-recognition-command"))
                    .toList();
        }
    }

    private static void awaitDeathOf(Path pidFile) {
        await().until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
        awaitDeathOf(Long.parseLong(read(pidFile)));
    }

    private static void awaitDeathOf(long pid) {
        await().until(() -> Optional.of(pid)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isEmpty());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
