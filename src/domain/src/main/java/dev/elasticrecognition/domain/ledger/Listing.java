package dev.elasticrecognition.domain.ledger;

import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Goes through all that a store lists, newest first, and fetches page after page as it's needed. */
final class Listing<T> implements Iterator<T> {

    private static final int PAGE = 1000;

    private final Source<T> source;
    private final Function<T, RequestId> id;
    private List<T> page;
    private int next;

    /** @param after begins with the next older one; empty to begin with the newest */
    Listing(Source<T> source, Function<T, RequestId> id, Optional<RequestId> after) {
        this.source = source;
        this.id = id;
        this.page = source.list(after, PAGE);
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && page.size() == PAGE) {
            page = source.list(Optional.of(id.apply(page.get(PAGE - 1))), PAGE);
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
    Optional<T> peek() {
        return hasNext() ? Optional.of(page.get(next)) : Optional.empty();
    }

    /** Goes on to the given request, past newer ones; gives it if it's there. */
    Optional<T> at(RequestId wanted) {
        while (hasNext() && id.apply(page.get(next)).compareTo(wanted) < 0) {
            next++;
        }
        return peek().filter(entry -> id.apply(entry).equals(wanted)).map(entry -> next());
    }

    /** A store's list, page by page. */
    @FunctionalInterface
    interface Source<T> {

        List<T> list(Optional<RequestId> after, int atMost);
    }
}
