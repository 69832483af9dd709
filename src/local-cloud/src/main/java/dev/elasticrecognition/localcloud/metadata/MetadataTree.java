package dev.elasticrecognition.localcloud.metadata;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values under paths. The path of a folder answers with the names in it, folders with a slash at their end. */
record MetadataTree(Map<String, String> values) {

    MetadataTree {
        values = new TreeMap<>(values);
    }

    Optional<String> at(String path) {
        return Optional.ofNullable(values.get(path)).or(() -> listing(path.endsWith("/") ? path : path + "/"));
    }

    private Optional<String> listing(String folder) {
        String names = values.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> firstName(path.substring(folder.length())))
                .distinct()
                .collect(Collectors.joining("\n"));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static String firstName(String rest) {
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash + 1);
    }
}
