package org.alkahest.planted.jdbc.orm;

import java.sql.Connection;

final class Connecting {
    void use(Connection connection) {}
}
