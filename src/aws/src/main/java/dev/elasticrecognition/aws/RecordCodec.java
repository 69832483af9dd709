package dev.elasticrecognition.aws;

/** Records of the domain as they are: their components are the properties of the JSON. */
record RecordCodec<T extends Record>(Class<T> type) implements Codec<T> {

    @Override
    public String write(T value) {
        return Json.write(value);
    }

    @Override
    public T read(String text) {
        return Json.read(text, type);
    }
}
