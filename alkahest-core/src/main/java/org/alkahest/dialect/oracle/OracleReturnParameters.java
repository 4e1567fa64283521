package org.alkahest.dialect.oracle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.List;
import org.alkahest.dialect.ReturnParameters;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * DML returning by the driver's own methods, which give every changed row (JDBC Developer's Guide 23ai, "DML Returning"). They
 * are called by reflection, as the driver is the user's.
 */
final class OracleReturnParameters implements ReturnParameters {
    private static final String INTERFACE = "oracle.jdbc.OraclePreparedStatement";

    /** Per class of statement, as each may have a class loader of its own. */
    private static final ClassValue<@Nullable Driver> DRIVERS = new ClassValue<>() {
        @Override
        protected @Nullable Driver computeValue(Class<?> statementClass) {
            return Driver.find(statementClass);
        }
    };

    private final boolean booleans;

    OracleReturnParameters(boolean booleans) {
        this.booleans = booleans;
    }

    @Override
    public ResultSet execute(PreparedStatement statement, int first, List<SqlType<?>> types) throws SQLException {
        Driver driver = DRIVERS.get(statement.getClass());
        if (driver == null || !statement.isWrapperFor(driver.type)) {
            throw new SQLFeatureNotSupportedException("RETURNING needs a driver that has " + INTERFACE
                    + ", and the statement is a " + statement.getClass().getName());
        }
        Object own = statement.unwrap(driver.type);
        for (int i = 0; i < types.size(); i++) {
            call(driver.register, own, first + i, vendorType(types.get(i)));
        }
        statement.executeUpdate();
        return (ResultSet) call(driver.rows, own);
    }

    private int vendorType(SqlType<?> type) {
        return switch (type.name()) {
            case BOOLEAN -> booleans ? Types.BOOLEAN : VendorTypes.NUMBER;
            case SMALLINT, INTEGER, BIGINT, DECIMAL -> VendorTypes.NUMBER;
            case REAL -> VendorTypes.BINARY_FLOAT;
            case DOUBLE -> VendorTypes.BINARY_DOUBLE;
            case CHAR, VARCHAR, TEXT, OTHER -> OracleTypeCompiler.isLob(type) ? Types.CLOB : Types.VARCHAR;
            case BINARY -> OracleTypeCompiler.isLob(type) ? Types.BLOB : VendorTypes.RAW;
            case JSON -> Types.CLOB;
            case ARRAY -> Types.ARRAY;
            case INTERVAL_DAY_TIME -> VendorTypes.INTERVALDS;
            case INTERVAL_YEAR_MONTH -> VendorTypes.INTERVALYM;
            case UUID -> VendorTypes.RAW;
            case DATE -> Types.DATE;
            case TIME, TIMESTAMP -> Types.TIMESTAMP;
            case TIMESTAMP_WITH_TIME_ZONE -> VendorTypes.TIMESTAMPTZ;
        };
    }

    private static Object call(Method method, Object target, Object... arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new SQLException(method.getName() + " of the driver failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new SQLException(method.getName() + " of the driver cannot be called", e);
        }
    }

    /** The driver's interface and what is called of it. */
    private record Driver(Class<?> type, Method register, Method rows) {
        static @Nullable Driver find(Class<?> statementClass) {
            Driver near = find(statementClass.getClassLoader());
            return near != null ? near : find(Thread.currentThread().getContextClassLoader());
        }

        private static @Nullable Driver find(@Nullable ClassLoader loader) {
            try {
                Class<?> type = Class.forName(INTERFACE, false, loader);
                return new Driver(
                        type,
                        type.getMethod("registerReturnParameter", int.class, int.class),
                        type.getMethod("getReturnResultSet"));
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }
}
