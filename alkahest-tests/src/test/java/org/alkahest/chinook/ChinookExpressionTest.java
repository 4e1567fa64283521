package org.alkahest.chinook;

import static org.alkahest.chinook.Album_.ALBUM;
import static org.alkahest.chinook.Artist_.ARTIST;
import static org.alkahest.chinook.Chinook.line;
import static org.alkahest.chinook.Customer_.CUSTOMER;
import static org.alkahest.chinook.Employee_.EMPLOYEE;
import static org.alkahest.chinook.Genre_.GENRE;
import static org.alkahest.chinook.InvoiceLine_.INVOICE_LINE;
import static org.alkahest.chinook.Invoice_.INVOICE;
import static org.alkahest.chinook.MediaType_.MEDIA_TYPE;
import static org.alkahest.chinook.Playlist_.PLAYLIST;
import static org.alkahest.chinook.Track_.TRACK;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alkahest.engine.Connection;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Select;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten questions to a real database, each one statement of the expression language without any entity. */
final class ChinookExpressionTest {
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
        Customer_ rival = CUSTOMER.as("rival");
        Invoice_ rivals = INVOICE.as("rivals");
        Expression<BigDecimal> most = select(sum(rivals.total))
                .from(rival)
                .join(rival.invoices, rivals)
                .where(rival.country.eq(CUSTOMER.country))
                .groupBy(rival.id)
                .orderBy(sum(rivals.total).desc())
                .limit(1)
                .asScalar();
        assertAnswer(
                select(row(CUSTOMER.country, CUSTOMER.lastName, sum(INVOICE.total))
                                .as((a, b, c) -> line(a, b, c)))
                        .from(CUSTOMER)
                        .join(CUSTOMER.invoices)
                        .groupBy(CUSTOMER.id, CUSTOMER.country, CUSTOMER.lastName)
                        .having(sum(INVOICE.total).ge(most))
                        .orderBy(CUSTOMER.country, CUSTOMER.lastName),
                HandWritten.BEST_CUSTOMERS_BY_COUNTRY);
    }

    @Test
    void playlistsWithTracksAndGenres() throws SQLException {
        assertAnswer(
                select(row(
                                        PLAYLIST.id,
                                        PLAYLIST.name,
                                        count(TRACK.id),
                                        count(TRACK.genreId).distinctValues())
                                .as((a, b, c, d) -> line(a, b, c, d)))
                        .from(PLAYLIST)
                        .leftJoin(PLAYLIST.tracks)
                        .groupBy(PLAYLIST.id, PLAYLIST.name)
                        .orderBy(PLAYLIST.id),
                HandWritten.PLAYLISTS_WITH_TRACKS_AND_GENRES);
    }

    @Test
    void employeeTree() throws SQLException {
        Employee_ manager = EMPLOYEE.as("manager");
        Employee_ top = EMPLOYEE.as("top");
        List<String> paths = answer(select(row(top.lastName, manager.lastName, EMPLOYEE.lastName)
                        .as((a, b, c) ->
                                Stream.of(a, b, c).filter(Objects::nonNull).collect(Collectors.joining(" > "))))
                .from(EMPLOYEE)
                .leftJoin(EMPLOYEE.manager, manager)
                .leftJoin(manager.manager, top)
                .orderBy(EMPLOYEE.id));
        assertThat(paths.stream().sorted()).isEqualTo(chinook.ask(HandWritten.EMPLOYEE_TREE));
    }

    @Test
    void invoicesWithLines() throws SQLException {
        assertAnswer(
                select(row(
                                        INVOICE.id,
                                        CUSTOMER.lastName,
                                        INVOICE.total,
                                        count(),
                                        sum(INVOICE_LINE.unitPrice.times(INVOICE_LINE.quantity)))
                                .as((a, b, c, d, e) -> line(a, b, c, d, e)))
                        .from(INVOICE)
                        .join(INVOICE.customer)
                        .join(INVOICE.lines)
                        .groupBy(INVOICE.id, CUSTOMER.lastName, INVOICE.total)
                        .orderBy(INVOICE.id),
                HandWritten.INVOICES_WITH_LINES);
    }

    @Test
    void salesByGenre() throws SQLException {
        assertAnswer(
                select(row(
                                        GENRE.name,
                                        sum(INVOICE_LINE.quantity),
                                        sum(INVOICE_LINE.unitPrice.times(INVOICE_LINE.quantity)))
                                .as((a, b, c) -> line(a, b.longValueExact(), c)))
                        .from(INVOICE_LINE)
                        .join(INVOICE_LINE.track)
                        .join(TRACK.genre)
                        .groupBy(GENRE.name)
                        .orderBy(GENRE.name),
                HandWritten.SALES_BY_GENRE);
    }

    @Test
    void longestTracks() throws SQLException {
        assertAnswer(
                select(row(TRACK.name, ALBUM.title, ARTIST.name, MEDIA_TYPE.name)
                                .as((a, b, c, d) -> line(a, b, c, d)))
                        .from(TRACK)
                        .join(TRACK.album)
                        .join(ALBUM.artist)
                        .join(TRACK.mediaType)
                        .orderBy(TRACK.milliseconds.desc())
                        .limit(10),
                HandWritten.LONGEST_TRACKS);
    }

    @Test
    void artistsWithoutAlbums() throws SQLException {
        assertAnswer(
                select(ARTIST.name).from(ARTIST).where(ARTIST.albums.isEmpty()).orderBy(ARTIST.name),
                HandWritten.ARTISTS_WITHOUT_ALBUMS);
    }

    @Test
    void unsoldTracksByMediaType() throws SQLException {
        assertAnswer(
                select(row(MEDIA_TYPE.name, count()).as((a, b) -> line(a, b)))
                        .from(TRACK)
                        .join(TRACK.mediaType)
                        .where(exists(select(INVOICE_LINE.id)
                                        .from(INVOICE_LINE)
                                        .where(INVOICE_LINE.trackId.eq(TRACK.id)))
                                .not())
                        .groupBy(MEDIA_TYPE.name)
                        .orderBy(MEDIA_TYPE.name),
                HandWritten.UNSOLD_TRACKS_BY_MEDIA_TYPE);
    }

    @Test
    void revenueOf2023ByCountry() throws SQLException {
        assertAnswer(
                select(row(INVOICE.billingCountry, count(), sum(INVOICE.total)).as((a, b, c) -> line(a, b, c)))
                        .from(INVOICE)
                        .where(INVOICE.invoiceDate
                                .ge(LocalDateTime.of(2023, 1, 1, 0, 0))
                                .and(INVOICE.invoiceDate.lt(LocalDateTime.of(2024, 1, 1, 0, 0))))
                        .groupBy(INVOICE.billingCountry)
                        .orderBy(INVOICE.billingCountry),
                HandWritten.REVENUE_OF_2023_BY_COUNTRY);
    }

    @Test
    void supportRepresentatives() throws SQLException {
        assertAnswer(
                select(row(EMPLOYEE.lastName, count(CUSTOMER.id).distinctValues(), sum(INVOICE.total))
                                .as((a, b, c) -> line(a, b, c)))
                        .from(EMPLOYEE)
                        .join(EMPLOYEE.customers)
                        .join(CUSTOMER.invoices)
                        .groupBy(EMPLOYEE.id, EMPLOYEE.lastName)
                        .orderBy(EMPLOYEE.lastName),
                HandWritten.SUPPORT_REPRESENTATIVES);
    }

    private static void assertAnswer(Select<String> question, String handWritten) throws SQLException {
        assertThat(answer(question)).isNotEmpty().isEqualTo(chinook.ask(handWritten));
    }

    private static List<String> answer(Select<String> question) {
        chinook.recorder().clear();
        try (Connection connection = chinook.engine().connect()) {
            return connection.execute(question).all();
        } finally {
            chinook.recorder().assertCount(1);
        }
    }
}
