package dev.elasticrecognition.simulator.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of arrivals: a timestamp a line, or comma-separated values with timestamps in one column. A timestamp is a number
 * of seconds, or a date and a time of day such as {@code 2023-11-16 18:17:03.9799600} or {@code 2023-11-16T18:17:03Z}. The
 * first line may be a heading. Lines need not be in order.
 *
 * @param path the file
 * @param column which column holds the timestamps, 1 or more
 */
public record TraceFile(Path path, int column) {

    /** Reads the arrivals; the earliest is at {@link Workload#START}. */
    public List<Instant> arrivals() throws IOException {
        List<Instant> read = new ArrayList<>();
        List<String> lines = Files.readAllLines(path);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                arrival(lines.get(i), i + 1).ifPresent(read::add);
            }
        }
        return fromStart(read);
    }

    private Optional<Instant> arrival(String line, int number) {
        String[] columns = line.split(",", -1);
        if (columns.length < column) {
            throw new BadTrace(path, number, "column %d is missing in '%s'".formatted(column, line));
        }
        String text = columns[column - 1].strip();
        Optional<Instant> read = timestamp(text);
        if (read.isEmpty() && number > 1) {
            throw new BadTrace(
                    path,
                    number,
                    "'%s' is neither a number of seconds nor a time such as 2023-11-16 18:17:03.98".formatted(text));
        }
        return read;
    }

    private static Optional<Instant> timestamp(String text) {
        try {
            return Optional.of(
                    Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0)) && !text.contains(":")
                            ? seconds(text)
                            : date(text.replace(' ', 'T')));
        } catch (DateTimeException | NumberFormatException | ArithmeticException noTimestamp) {
            return Optional.empty();
        }
    }

    private static Instant seconds(String text) {
        var number = new java.math.BigDecimal(text);
        return Instant.EPOCH.plusNanos(number.movePointRight(9)
                .setScale(0, java.math.RoundingMode.DOWN)
                .longValueExact());
    }

    private static Instant date(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private List<Instant> fromStart(List<Instant> read) {
        Instant first = read.stream()
                .min(Instant::compareTo)
                .orElseThrow(() -> new BadTrace(path, 1, "no timestamps: one a line is expected"));
        Duration shift = Duration.between(first, Workload.START);
        return read.stream().map(arrival -> arrival.plus(shift)).sorted().toList();
    }
}
