@NullMarked
package org.alkahest.planted.unlisted.helpers;

import org.jspecify.annotations.NullMarked;
