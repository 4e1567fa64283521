package org.alkahest.chinook;

/** The ten questions in SQL, as a person writes it for SQLite. */
final class HandWritten {
    static final String BEST_CUSTOMERS_BY_COUNTRY = """
        SELECT Country, LastName, printf('%.2f', Spent) FROM (
          SELECT c.Country, c.LastName, sum(i.Total) AS Spent,
                 rank() OVER (PARTITION BY c.Country ORDER BY round(sum(i.Total), 2) DESC) AS Place
          FROM Customer c JOIN Invoice i ON i.CustomerId = c.CustomerId
          GROUP BY c.CustomerId)
        WHERE Place = 1
        ORDER BY Country, LastName
        """;

    static final String PLAYLISTS_WITH_TRACKS_AND_GENRES = """
        SELECT p.PlaylistId, p.Name, count(t.TrackId), count(DISTINCT t.GenreId)
        FROM Playlist p
        LEFT JOIN PlaylistTrack pt ON pt.PlaylistId = p.PlaylistId
        LEFT JOIN Track t ON t.TrackId = pt.TrackId
        GROUP BY p.PlaylistId, p.Name
        ORDER BY p.PlaylistId
        """;

    static final String EMPLOYEE_TREE = """
        WITH RECURSIVE Tree (EmployeeId, Path) AS (
          SELECT EmployeeId, LastName FROM Employee WHERE ReportsTo IS NULL
          UNION ALL
          SELECT e.EmployeeId, Tree.Path || ' > ' || e.LastName
          FROM Employee e JOIN Tree ON e.ReportsTo = Tree.EmployeeId)
        SELECT Path FROM Tree ORDER BY Path
        """;

    static final String INVOICES_WITH_LINES = """
        SELECT i.InvoiceId, c.LastName, printf('%.2f', i.Total), count(*),
               printf('%.2f', sum(l.UnitPrice * l.Quantity))
        FROM Invoice i
        JOIN Customer c ON c.CustomerId = i.CustomerId
        JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId
        GROUP BY i.InvoiceId
        ORDER BY i.InvoiceId
        """;

    static final String SALES_BY_GENRE = """
        SELECT g.Name, sum(l.Quantity), printf('%.2f', sum(l.UnitPrice * l.Quantity))
        FROM InvoiceLine l
        JOIN Track t ON t.TrackId = l.TrackId
        JOIN Genre g ON g.GenreId = t.GenreId
        GROUP BY g.Name
        ORDER BY g.Name
        """;

    static final String LONGEST_TRACKS = """
        SELECT t.Name, a.Title, r.Name, m.Name
        FROM Track t
        JOIN Album a ON a.AlbumId = t.AlbumId
        JOIN Artist r ON r.ArtistId = a.ArtistId
        JOIN MediaType m ON m.MediaTypeId = t.MediaTypeId
        ORDER BY t.Milliseconds DESC
        LIMIT 10
        """;

    static final String ARTISTS_WITHOUT_ALBUMS = """
        SELECT Name FROM Artist WHERE ArtistId NOT IN (SELECT ArtistId FROM Album) ORDER BY Name
        """;

    static final String UNSOLD_TRACKS_BY_MEDIA_TYPE = """
        SELECT m.Name, count(*)
        FROM Track t
        JOIN MediaType m ON m.MediaTypeId = t.MediaTypeId
        LEFT JOIN InvoiceLine l ON l.TrackId = t.TrackId
        WHERE l.InvoiceLineId IS NULL
        GROUP BY m.Name
        ORDER BY m.Name
        """;

    static final String REVENUE_OF_2023_BY_COUNTRY = """
        SELECT BillingCountry, count(*), printf('%.2f', sum(Total))
        FROM Invoice
        WHERE strftime('%Y', InvoiceDate) = '2023'
        GROUP BY BillingCountry
        ORDER BY BillingCountry
        """;

    static final String SUPPORT_REPRESENTATIVES = """
        SELECT e.LastName, count(DISTINCT c.CustomerId), printf('%.2f', sum(i.Total))
        FROM Employee e
        JOIN Customer c ON c.SupportRepId = e.EmployeeId
        JOIN Invoice i ON i.CustomerId = c.CustomerId
        GROUP BY e.EmployeeId
        ORDER BY e.LastName
        """;

    private HandWritten() {}
}
