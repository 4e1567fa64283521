package org.alkahest.planted.unlisted.helpers;

final class Helper {}
