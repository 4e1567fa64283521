package org.alkahest.orm.ext;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;

/**
 * A collection of what the objects in another collection link to: {@code recipe.foods()} over {@code recipe.ingredients}.
 * It keeps nothing itself: what is added makes an object that links, what is removed takes those objects out, and the
 * collection under it tracks that. Criteria go along the path: {@code RECIPE.ingredients.through(INGREDIENT.food)}. One
 * thread at a time, as the collection under it.
 *
 * @param <A> the objects that link
 * @param <T> what they link to
 */
public final class AssociationView<A, T> extends AbstractCollection<T> {
    private final Collection<A> links;
    private final Function<? super A, ? extends T> target;
    private final Function<? super T, ? extends A> link;

    private AssociationView(
            Collection<A> links, Function<? super A, ? extends T> target, Function<? super T, ? extends A> link) {
        this.links = Objects.requireNonNull(links, "links is null");
        this.target = Objects.requireNonNull(target, "target is null");
        this.link = Objects.requireNonNull(link, "link is null");
    }

    /**
     * A view of a collection.
     *
     * @param target what an object links to; it may load that, with that of its siblings
     * @param link makes the object that links to something; it is put into the collection
     */
    public static <A, T> Collection<T> of(
            Collection<A> links, Function<? super A, ? extends T> target, Function<? super T, ? extends A> link) {
        return new AssociationView<>(links, target, link);
    }

    /** A view that nothing can be added to, for links that need to be told more. */
    public static <A, T> Collection<T> of(Collection<A> links, Function<? super A, ? extends T> target) {
        return new AssociationView<>(links, target, element -> {
            throw refusal(element);
        });
    }

    private static UnsupportedOperationException refusal(Object element) {
        return new UnsupportedOperationException("Cannot add " + element
                + " to a view that cannot make the object in between. Add that object to the collection under it.");
    }

    @Override
    public boolean add(T element) {
        return links.add(link.apply(element));
    }

    @Override
    public int size() {
        return links.size();
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<A> each = links.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                return target.apply(each.next());
            }

            @Override
            public void remove() {
                each.remove();
            }
        };
    }
}
