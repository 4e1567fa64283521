/** The benchmarks' way to what the engine does not publish. */
@NullMarked
package org.alkahest.engine;

import org.jspecify.annotations.NullMarked;
