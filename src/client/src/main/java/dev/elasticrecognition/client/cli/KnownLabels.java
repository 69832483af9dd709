package dev.elasticrecognition.client.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What the labels of images should be, by a table with the columns {@code file} and {@code label}. */
final class KnownLabels {

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byIdentity = new HashMap<>();

    private KnownLabels() {}

    /** @throws IllegalArgumentException if it is no such table */
    static KnownLabels read(Path table) throws IOException {
        var known = new KnownLabels();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                known.add(table, row.getField("file"), row.getField("label"));
            }
        } catch (CsvParseException | NoSuchElementException e) {
            throw new IllegalArgumentException(
                    "%s is no CSV with the columns file and label: %s".formatted(table, e.getMessage()), e);
        }
        if (known.byName.isEmpty()) {
            throw new IllegalArgumentException("%s has no rows below the columns file and label".formatted(table));
        }
        return known;
    }

    /** By the name as it is printed, else by the file that it names beside the table. */
    Optional<String> of(Input input) {
        return Optional.ofNullable(byName.get(input.name()))
                .or(() -> Optional.ofNullable(byIdentity.get(input.identity())));
    }

    private void add(Path table, String file, String label) {
        byName.put(file, label);
        byIdentity.put(table.toAbsolutePath().resolveSibling(file).normalize().toString(), label);
    }
}
