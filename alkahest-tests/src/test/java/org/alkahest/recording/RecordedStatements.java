package org.alkahest.recording;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.alkahest.recording.JdbcRecorder.Answer;

/** The statements of a {@link JdbcRecorder}. */
final class RecordedStatements {
    private RecordedStatements() {}

    static Statement plain(JdbcRecorder recorder) {
        return JdbcRecorder.proxy(Statement.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "execute", "executeUpdate" -> {
                recorder.record(new RecordedCall(method.getName(), (String) arguments[0], List.of()));
                Answer answer = recorder.nextAnswer();
                yield method.getReturnType() == boolean.class ? (Object) false : answer.count();
            }
            case "close" -> null;
            default -> throw JdbcRecorder.refused(method.getName());
        });
    }

    static Object prepared(JdbcRecorder recorder, String sql) {
        Prepared prepared = new Prepared(recorder, sql);
        return JdbcRecorder.proxy(
                recorder.statementType(),
                (proxy, method, arguments) -> prepared.call(proxy, method.getName(), arguments));
    }

    /** The state of one prepared statement. */
    private static final class Prepared {
        private final JdbcRecorder recorder;
        private final String sql;
        private final TreeMap<Integer, Object> bound = new TreeMap<>();
        private final List<List<Object>> batch = new ArrayList<>();
        private Answer answer = new Answer(List.of(), 0);

        private Prepared(JdbcRecorder recorder, String sql) {
            this.recorder = recorder;
            this.sql = sql;
        }

        private Object call(Object proxy, String method, Object[] arguments) {
            return switch (method) {
                case "executeQuery" -> {
                    send(method, List.of(values()));
                    yield rows();
                }
                case "executeUpdate" -> {
                    send(method, List.of(values()));
                    yield answer.count();
                }
                case "execute" -> {
                    send(method, List.of(values()));
                    yield !answer.rows().isEmpty();
                }
                case "addBatch" -> {
                    batch.add(values());
                    yield null;
                }
                case "executeBatch" -> {
                    send(method, List.copyOf(batch));
                    int[] counts = new int[batch.size()];
                    Arrays.fill(counts, 1);
                    batch.clear();
                    yield counts;
                }
                case "getResultSet", "getGeneratedKeys", "getReturnResultSet" -> rows();
                case "getUpdateCount" -> answer.count();
                case "clearParameters" -> {
                    bound.clear();
                    yield null;
                }
                case "unwrap" -> proxy;
                case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(proxy);
                case "close", "setFetchSize", "setQueryTimeout", "clearBatch" -> null;
                default -> bind(method, arguments);
            };
        }

        /** Setters bind values; setNull is shown with its type, and so is what a driver registers for return. */
        private Object bind(String method, Object[] arguments) {
            boolean indexed = arguments != null && arguments.length > 1 && arguments[0] instanceof Integer;
            if (indexed && method.equals("setNull")) {
                bound.put((Integer) arguments[0], "NULL of type " + arguments[1]);
            } else if (indexed && method.startsWith("set")) {
                bound.put((Integer) arguments[0], arguments[1]);
            } else if (indexed && method.startsWith("register")) {
                bound.put((Integer) arguments[0], "returns type " + arguments[1]);
            } else {
                throw JdbcRecorder.refused(method);
            }
            return null;
        }

        private List<Object> values() {
            return Collections.unmodifiableList(new ArrayList<>(bound.values()));
        }

        private void send(String method, List<List<Object>> binds) {
            recorder.record(new RecordedCall(method, sql, binds));
            answer = recorder.nextAnswer();
        }

        private ResultSet rows() {
            return RecordedRows.of(answer.rows());
        }
    }
}
