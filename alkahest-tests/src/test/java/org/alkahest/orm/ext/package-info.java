/** Tests of the extensions of sessions. */
package org.alkahest.orm.ext;
