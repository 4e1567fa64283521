/** Programs that show Alkahest at work. */
module org.alkahest.examples {
    requires org.alkahest.orm;
}
