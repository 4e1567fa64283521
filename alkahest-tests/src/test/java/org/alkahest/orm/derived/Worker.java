package org.alkahest.orm.derived;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Derived;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;

/** Each derived attribute is there twice: in Java for the object, in SQL for the query. */
@Entity
@Table(name = "workers")
public class Worker {
    @Id
    public Integer id;

    public String first;
    public String last;
    public int hours;

    @ManyToOne
    public Ref<Worker> boss;

    protected Worker() {}

    public Worker(String first, String last, int hours, Ref<Worker> boss) {
        this.first = first;
        this.last = last;
        this.hours = hours;
        this.boss = boss;
    }

    public String fullName() {
        return first + " " + last;
    }

    @Derived
    static Expression<String> fullName(Worker_ worker) {
        return worker.first.concat(" ").concat(worker.last);
    }

    public boolean worksMoreThan(int limit) {
        return hours > limit;
    }

    @Derived
    static Expression<Boolean> worksMoreThan(Worker_ worker, int limit) {
        return worker.hours.gt(limit);
    }

    /** A synonym. */
    @Derived
    static Column<String> surname(Worker_ worker) {
        return worker.last;
    }

    /** Of one derived attribute, another. */
    @Derived
    static Expression<String> signature(Worker_ worker) {
        return worker.fullName().concat(".");
    }

    @Derived
    static Expression<Long> reports(Worker_ worker) {
        Worker_ report = Worker_.WORKER.as("report");
        return select(count(report.id))
                .from(report)
                .where(report.bossId.eq(worker.id))
                .asScalar();
    }
}
