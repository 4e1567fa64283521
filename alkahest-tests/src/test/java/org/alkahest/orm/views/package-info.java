/** Customers whose relationships are views: by conditions, limits and other tables. */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.views;
