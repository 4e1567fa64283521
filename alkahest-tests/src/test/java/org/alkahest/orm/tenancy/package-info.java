/** Entities of several tenants in one database. */
@NullMarked
package org.alkahest.orm.tenancy;

import org.jspecify.annotations.NullMarked;
