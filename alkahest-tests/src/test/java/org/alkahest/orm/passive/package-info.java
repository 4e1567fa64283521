/** Entities whose rows the database deletes or clears by itself. */
package org.alkahest.orm.passive;
