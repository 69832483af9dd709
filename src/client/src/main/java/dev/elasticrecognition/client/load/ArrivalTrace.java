package dev.elasticrecognition.client.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * A file of arrivals, as the simulator reads them: a timestamp a line, or comma-separated values with timestamps in one column.
 * A timestamp is a number of seconds, or a date and a time of day such as {@code 2023-11-16 18:17:03.9799600} or
 * {@code 2023-11-16T18:17:03Z}. The first line may be a heading. Lines need not be in order.
 *
 * @param file where it is
 * @param column which column holds the timestamps, 1 or more
 */
public record ArrivalTrace(Path file, int column) {

    /**
     * The arrivals in order, in nanoseconds after the first.
     *
     * @throws IOException if the file can't be read or a line holds something else
     */
    long[] offsets() throws IOException {
        List<Instant> arrivals = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                arrival(line, number).ifPresent(arrivals::add);
            }
        }
        Instant first = arrivals.stream()
                .min(Instant::compareTo)
                .orElseThrow(() -> new IOException(file + " has no timestamps: one a line is expected"));
        return arrivals.stream()
                .mapToLong(arrival -> Duration.between(first, arrival).toNanos())
                .sorted()
                .toArray();
    }

    private Optional<Instant> arrival(String line, int number) throws IOException {
        String[] columns = line.split(",", -1);
        if (columns.length < column) {
            throw wrong(number, "column %d is missing in '%s'".formatted(column, line));
        }
        String text = columns[column - 1].strip();
        Optional<Instant> read = timestamp(text);
        if (read.isEmpty() && number > 1) {
            throw wrong(
                    number,
                    "'%s' is neither a number of seconds nor a time such as 2023-11-16 18:17:03.98".formatted(text));
        }
        return read;
    }

    private IOException wrong(int line, String problem) {
        return new IOException("%s, line %d: %s".formatted(file, line, problem));
    }

    private static Optional<Instant> timestamp(String text) {
        try {
            boolean number = !text.isEmpty() && Character.isDigit(text.charAt(0)) && !text.contains(":");
            return Optional.of(number ? seconds(text) : date(text.replace(' ', 'T')));
        } catch (DateTimeException | NumberFormatException | ArithmeticException noTimestamp) {
            return Optional.empty();
        }
    }

    private static Instant seconds(String text) {
        return Instant.EPOCH.plusNanos(new BigDecimal(text)
                .movePointRight(9)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact());
    }

    private static Instant date(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
