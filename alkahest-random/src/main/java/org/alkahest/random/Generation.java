package org.alkahest.random;

/** The making of one statement: its choices, and the parts that make each other. */
final class Generation {
    final Choices choices;
    final Values values;
    final Terms terms = new Terms(this);
    final Numbers numbers = new Numbers(this);
    final Texts texts = new Texts(this);
    final Dates dates = new Dates(this);
    final Tests tests = new Tests(this);
    final Aggregations aggregations = new Aggregations(this);
    final Sources sources = new Sources(this);
    final Queries queries = new Queries(this);
    private int names;

    Generation(Choices choices) {
        this.choices = choices;
        this.values = new Values(choices);
    }

    /** A name that nothing else in the statement has. */
    String name(String beginning) {
        names++;
        return beginning + names;
    }
}
