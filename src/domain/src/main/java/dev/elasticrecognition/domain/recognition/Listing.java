package dev.elasticrecognition.domain.recognition;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Goes through all that a store lists, newest first, and fetches page after page as it's needed. For one thread. */
public final class Listing<T> implements Iterator<T> {

    private static final int LARGE = 1000;

    private final Source<T> source;
    private final Function<T, RequestId> id;
    private final int pageSize;
    private List<T> page;
    private int next;

    /** @param after begins with the next older one; empty to begin with the newest */
    public Listing(Source<T> source, Function<T, RequestId> id, Optional<RequestId> after) {
        this(source, id, after, LARGE);
    }

    /** @param pageSize how many are fetched at once, 1 to 1000 */
    Listing(Source<T> source, Function<T, RequestId> id, Optional<RequestId> after, int pageSize) {
        this.source = source;
        this.id = id;
        this.pageSize = pageSize;
        this.page = source.list(after, pageSize);
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && page.size() == pageSize) {
            page = source.list(Optional.of(id.apply(page.get(pageSize - 1))), pageSize);
            next = 0;
        }
        return next < page.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }

    /** The next one, without going on. */
    public Optional<T> peek() {
        return hasNext() ? Optional.of(page.get(next)) : Optional.empty();
    }

    /** Goes on to the given request, past newer ones; gives it if it's there. */
    public Optional<T> at(RequestId wanted) {
        while (hasNext() && id.apply(page.get(next)).compareTo(wanted) < 0) {
            next++;
        }
        return peek().filter(entry -> id.apply(entry).equals(wanted)).map(entry -> next());
    }

    /** The newest request that is next in one of two listings, or in both. */
    public static Optional<RequestId> newest(Listing<?> one, Listing<?> other) {
        Optional<RequestId> first = one.peekId();
        Optional<RequestId> second = other.peekId();
        boolean isSecond = first.isEmpty()
                || second.filter(id -> id.compareTo(first.get()) < 0).isPresent();
        return isSecond ? second : first;
    }

    private Optional<RequestId> peekId() {
        return peek().map(id);
    }

    /** A store's list, page by page. */
    @FunctionalInterface
    public interface Source<T> {

        List<T> list(Optional<RequestId> after, int atMost);
    }
}
