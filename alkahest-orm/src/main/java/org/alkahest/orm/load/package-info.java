/**
 * Loading: rows into objects, and unloaded associations by sibling batch, so that touching one is never N+1.
 *
 * <p>A {@link org.alkahest.orm.load.RowScope} decodes one result; {@link org.alkahest.orm.load.Loader} finds objects by key;
 * {@link org.alkahest.orm.load.CollectionLoader} and {@link org.alkahest.orm.load.SiblingReferences} load what is touched.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.load;
