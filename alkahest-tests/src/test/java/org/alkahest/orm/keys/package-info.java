/** Entities whose keys the program makes. */
package org.alkahest.orm.keys;
