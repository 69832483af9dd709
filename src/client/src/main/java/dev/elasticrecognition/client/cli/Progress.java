package dev.elasticrecognition.client.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on standard error, if a person sees it. */
final class Progress implements AutoCloseable {

    private static final String WIPE_LINE = "\r\u001b[K";

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /** The launcher tells whether standard error is a terminal, which Java itself can't find out. */
    static Progress of(int files) {
        boolean terminal = Boolean.getBoolean("elastic.terminal");
        return new Progress(Optional.of(files).filter(any -> terminal).map(Progress::bar));
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    /** Makes room for a line of text where the bar is. It comes back by itself. */
    void wipe() {
        bar.ifPresent(any -> {
            System.err.print(WIPE_LINE);
            System.err.flush();
        });
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private static ProgressBar bar(int files) {
        return new ProgressBarBuilder()
                .setTaskName("classify")
                .setInitialMax(files)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }
}
