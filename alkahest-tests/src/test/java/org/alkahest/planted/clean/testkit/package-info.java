@NullMarked
package org.alkahest.planted.clean.testkit;

import org.jspecify.annotations.NullMarked;
