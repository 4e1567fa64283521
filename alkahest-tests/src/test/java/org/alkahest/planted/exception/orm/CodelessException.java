package org.alkahest.planted.exception.orm;

final class CodelessException extends RuntimeException {}
