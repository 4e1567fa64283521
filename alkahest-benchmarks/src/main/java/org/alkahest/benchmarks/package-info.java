/** What Alkahest costs, beside hand-written JDBC and jOOQ. {@link org.alkahest.benchmarks.Bench} runs all of it. */
@NullMarked
package org.alkahest.benchmarks;

import org.jspecify.annotations.NullMarked;
