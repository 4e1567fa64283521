/** Entities with columns that the database fills. */
package org.alkahest.orm.serverside;
