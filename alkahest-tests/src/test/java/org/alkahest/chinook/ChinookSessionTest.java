package org.alkahest.chinook;

import static org.alkahest.chinook.Artist_.ARTIST;
import static org.alkahest.chinook.Chinook.line;
import static org.alkahest.chinook.Customer_.CUSTOMER;
import static org.alkahest.chinook.Employee_.EMPLOYEE;
import static org.alkahest.chinook.InvoiceLine_.INVOICE_LINE;
import static org.alkahest.chinook.Invoice_.INVOICE;
import static org.alkahest.chinook.Playlist_.PLAYLIST;
import static org.alkahest.chinook.Track_.TRACK;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alkahest.orm.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same ten questions, answered by walking through objects; each with its budget of statements. */
final class ChinookSessionTest {
    private static Chinook chinook;

    @BeforeAll
    static void open() {
        chinook = Chinook.open();
    }

    @AfterAll
    static void close() throws Exception {
        if (chinook != null) {
            chinook.close();
        }
    }

    @Test
    void bestCustomersByCountry() throws SQLException {
        // Customers, and the invoices of all of them at the first touch.
        assertAnswer(2, HandWritten.BEST_CUSTOMERS_BY_COUNTRY, session -> {
            Map<String, List<Customer>> byCountry = session.query(CUSTOMER).orderBy(CUSTOMER.lastName).all().stream()
                    .collect(Collectors.groupingBy(customer -> customer.country, TreeMap::new, Collectors.toList()));
            List<String> lines = new ArrayList<>();
            byCountry.forEach((country, customers) -> {
                BigDecimal most = customers.stream()
                        .map(ChinookSessionTest::spent)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                customers.stream()
                        .filter(customer -> spent(customer).compareTo(most) == 0)
                        .forEach(customer -> lines.add(line(country, customer.lastName, most)));
            });
            return lines;
        });
    }

    @Test
    void playlistsWithTracksAndGenres() throws SQLException {
        // Playlists, their tracks in one, and the tracks' plain genres and media types.
        assertAnswer(
                4,
                HandWritten.PLAYLISTS_WITH_TRACKS_AND_GENRES,
                session -> session.query(PLAYLIST).orderBy(PLAYLIST.id).load(PLAYLIST.tracks).all().stream()
                        .map(playlist -> line(
                                playlist.id,
                                playlist.name,
                                playlist.tracks.size(),
                                playlist.tracks.stream()
                                        .map(track -> track.genre)
                                        .distinct()
                                        .count()))
                        .toList());
    }

    @Test
    void employeeTree() throws SQLException {
        // One for the top, and one for each level below it, that without anybody included.
        assertAnswer(4, HandWritten.EMPLOYEE_TREE, session -> {
            List<String> paths = new ArrayList<>();
            for (Employee top :
                    session.query(EMPLOYEE).where(EMPLOYEE.manager.isNull()).all()) {
                walk(top, "", paths);
            }
            return paths.stream().sorted().toList();
        });
    }

    @Test
    void invoicesWithLines() throws SQLException {
        // Invoices, then all customers at the first touch, then all lines.
        assertAnswer(
                3,
                HandWritten.INVOICES_WITH_LINES,
                session -> session.query(INVOICE).orderBy(INVOICE.id).all().stream()
                        .map(invoice -> line(
                                invoice.id,
                                invoice.customer.get().lastName,
                                invoice.total,
                                invoice.lines.size(),
                                total(invoice.lines)))
                        .toList());
    }

    @Test
    void salesByGenre() throws SQLException {
        // 2240 lines, their tracks in 5 batches of 500 lines, and 4 times genres or media types that are new in a
        // batch.
        assertAnswer(10, HandWritten.SALES_BY_GENRE, session -> {
            Map<String, List<InvoiceLine>> byGenre = session.query(INVOICE_LINE).load(INVOICE_LINE.track).all().stream()
                    .collect(Collectors.groupingBy(
                            line -> line.track.get().genre.name, TreeMap::new, Collectors.toList()));
            return byGenre.entrySet().stream()
                    .map(entry -> line(
                            entry.getKey(),
                            entry.getValue().stream()
                                    .mapToInt(line -> line.quantity)
                                    .sum(),
                            total(entry.getValue())))
                    .toList();
        });
    }

    @Test
    void longestTracks() throws SQLException {
        // Tracks with genres and media types, then albums and artists at the first touch.
        assertAnswer(
                5,
                HandWritten.LONGEST_TRACKS,
                session -> session.query(TRACK).orderBy(TRACK.milliseconds.desc()).limit(10).all().stream()
                        .map(track -> line(
                                track.name,
                                track.album.get().title,
                                track.album.get().artist.get().name,
                                track.mediaType.name))
                        .toList());
    }

    @Test
    void artistsWithoutAlbums() throws SQLException {
        assertAnswer(
                1,
                HandWritten.ARTISTS_WITHOUT_ALBUMS,
                session -> session.query(ARTIST).where(ARTIST.albums.isEmpty()).orderBy(ARTIST.name).all().stream()
                        .map(artist -> artist.name)
                        .toList());
    }

    @Test
    void unsoldTracksByMediaType() throws SQLException {
        // Tracks, and their plain genres and media types.
        assertAnswer(
                3,
                HandWritten.UNSOLD_TRACKS_BY_MEDIA_TYPE,
                session -> session
                        .query(TRACK)
                        .where(TRACK.id.notIn(select(INVOICE_LINE.trackId).from(INVOICE_LINE)))
                        .all()
                        .stream()
                        .collect(Collectors.groupingBy(
                                track -> track.mediaType.name, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList());
    }

    @Test
    void revenueOf2023ByCountry() throws SQLException {
        assertAnswer(1, HandWritten.REVENUE_OF_2023_BY_COUNTRY, session -> {
            List<Invoice> invoices = session.query(INVOICE)
                    .where(INVOICE.invoiceDate.between(
                            LocalDateTime.of(2023, 1, 1, 0, 0), LocalDateTime.of(2023, 12, 31, 23, 59, 59)))
                    .all();
            assertThat(invoices).allMatch(invoice -> invoice.invoiceDate.getYear() == 2023);
            return invoices.stream()
                    .collect(
                            Collectors.groupingBy(invoice -> invoice.billingCountry, TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(entry -> line(entry.getKey(), entry.getValue().size(), sum(entry.getValue())))
                    .toList();
        });
    }

    @Test
    void supportRepresentatives() throws SQLException {
        // Employees who have customers, all their customers, all invoices of those.
        assertAnswer(
                3,
                HandWritten.SUPPORT_REPRESENTATIVES,
                session ->
                        session
                                .query(EMPLOYEE)
                                .where(EMPLOYEE.customers.any(null))
                                .orderBy(EMPLOYEE.lastName)
                                .all()
                                .stream()
                                .map(employee -> line(
                                        employee.lastName,
                                        employee.customers.size(),
                                        employee.customers.stream()
                                                .map(ChinookSessionTest::spent)
                                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                                .toList());
    }

    private static void assertAnswer(int statements, String handWritten, Function<Session, List<String>> question)
            throws SQLException {
        chinook.recorder().clear();
        try (Session session = Session.open(chinook.engine())) {
            assertThat(question.apply(session)).isNotEmpty().isEqualTo(chinook.ask(handWritten));
            chinook.recorder().assertCount(statements);
        }
    }

    private static void walk(Employee employee, String above, List<String> paths) {
        String path = above + employee.lastName;
        paths.add(path);
        for (Employee report : employee.reports) {
            walk(report, path + " > ", paths);
        }
    }

    private static BigDecimal spent(Customer customer) {
        return sum(customer.invoices);
    }

    private static BigDecimal sum(Collection<Invoice> invoices) {
        return invoices.stream().map(invoice -> invoice.total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(Collection<InvoiceLine> lines) {
        return lines.stream()
                .map(line -> line.unitPrice.multiply(BigDecimal.valueOf(line.quantity)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
