/** Entities whose keys mean something, and so may change or come again. */
package org.alkahest.orm.natural;
