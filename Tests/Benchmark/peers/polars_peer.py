"""The month in polars: lazy scans, expressions, joins; the calendar as lookup columns."""

import numpy as np
import polars as pl

import common
from common import CLOSES, DAY, FAR, OPENS, SAME_DAY_UNTIL

SENDBACK = ["advance_sendback", "warranty_sendback", "extended_sendback"]


class Calendar:
    """Business days from 1990 to 2100 as columns indexed by day number."""

    def __init__(self, closed):
        self.base = common.day_number(closed[0]) // 366 * 366
        days = np.arange(self.base, self.base + 111 * 366)
        open_ = np.is_busday(days.astype("datetime64[D]"), holidays=np.array(closed, "datetime64[D]"))
        self.is_open = pl.Series(open_)
        self.ordinal = pl.Series(np.cumsum(open_))  # business days up to and with the day
        self.open_days = pl.Series(days[open_])

    def opened(self, day):
        return pl.lit(self.is_open).gather(day - self.base)

    def business_day(self, day, count):
        return pl.lit(self.open_days).gather(pl.lit(self.ordinal).gather(day - self.base) + count - 1)

    def worked_seconds(self, instant):
        """Seconds of business hours from the base to the instant."""
        day, time = instant // DAY, instant % DAY
        before = pl.lit(self.ordinal).gather(day - self.base)
        today = pl.when(self.opened(day)).then(time.clip(OPENS, CLOSES) - CLOSES).otherwise(0)
        return before * (CLOSES - OPENS) + today

    def business_minutes(self, begin, end):
        return (self.worked_seconds(end) - self.worked_seconds(begin)).clip(0) // 60

    def effective(self, instant):
        day, time = instant // DAY, instant % DAY
        return (
            pl.when(self.opened(day) & time.is_between(OPENS, CLOSES)).then(instant)
            .when(self.opened(day) & (time < OPENS)).then(day * DAY + OPENS)
            .otherwise(self.business_day(day, 1) * DAY + OPENS)
        )


def seconds(column):
    return pl.col(column).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="ms").dt.epoch("s")


def days(column):
    return pl.col(column).str.to_date("%Y-%m-%d").dt.epoch("d").cast(pl.Int64)


def month_of(instant):
    return pl.from_epoch(instant, "s").dt.strftime("%Y-%m")


def read(path, encoding="utf8"):
    if encoding != "utf8":
        return pl.read_csv(path, infer_schema=False, encoding=encoding).lazy()
    return pl.scan_csv(path, infer_schema=False)


def read_contracts(path):
    delivered = pl.col("delivered_on").str.to_date("%Y-%m-%d").dt
    covered_late = (pl.col("service") == "standard_onsite") & pl.col("region").is_in(["other", "remote"])
    cancelled = days("cancelled_on")
    auto = (pl.col("auto_renew") == "Y") & pl.col("renewed_by").is_null()
    return read(path, "cp932").select(
        "contract_id", "customer_id", "service", "region", "renewed_by",
        auto=pl.col("auto_renew") == "Y", top_up=pl.col("auto_top_up") == "Y",
        four_hour=pl.col("four_hour_area") == "Y", starts=days("starts_on"), ends=days("ends_on"),
        cancelled=cancelled, fee=pl.col("annual_fee").cast(pl.Int64),
        packs=pl.col("ticket_packs").cast(pl.Int64).fill_null(1),
        covered_from=pl.when(covered_late)
        .then(pl.max_horizontal(days("starts_on"), delivered.month_start().dt.offset_by("2mo").dt.epoch("d")))
        .otherwise(days("starts_on")),
        last_day=pl.when(auto).then(cancelled.fill_null(FAR)).otherwise(pl.min_horizontal(days("ends_on"), cancelled)),
    ).collect()


def judged(cases, calendar, chosen):
    """Cases joined with their contracts, with rule, deadline, verdict and month; instants in seconds."""
    as_of = (chosen.last + 1) * DAY
    c = pl.col
    known = lambda name: pl.when(c(name) < as_of).then(c(name))
    sendback, onsite = c("service").is_in(SENDBACK), c("service").is_in(["standard_onsite", "onsite_24h"])
    metro = c("region").is_in(["tokyo", "nagoya", "osaka"])
    around_the_clock = c("service") == "onsite_24h"
    received_on = c("received_at") // DAY

    cases = cases.filter(c("received_at") < as_of).with_columns(
        effective_received_at=pl.when(around_the_clock).then(c("received_at"))
        .otherwise(calendar.effective(c("received_at"))).fill_null(c("received_at")),
        isolated_at=known("isolated_at"),
        completed_at=known("completed_at"),
        event_at=pl.when(sendback).then(known("replacement_shipped_at")).when(onsite).then(known("arrived_at")),
        withdrawn=(c("outcome") == "withdrawn") & (c("completed_at").fill_null(0) < as_of),
    ).with_columns(
        reason=pl.when(c("withdrawn")).then(pl.lit("withdrawn"))
        .when((c("outcome") == "no_fault") & c("isolated_at").is_not_null()).then(pl.lit("no_hardware_fault"))
        .when(c("service").is_null() | (c("service") == "technical_support")).then(pl.lit("unknown_contract"))
        .when(received_on < c("covered_from")).then(pl.lit("not_started"))
        .when(received_on > c("last_day")).then(pl.lit("expired"))
        .when(c("part_sold_by_us") == "N").then(pl.lit("third_party_part"))
        .when(sendback & (c("region") == "remote")).then(pl.lit("remote_area")),
        starts=pl.when(onsite).then(pl.max_horizontal("isolated_at", "effective_received_at"))
        .otherwise(c("isolated_at")),
    )
    judged = c("reason").is_null() & c("isolated_at").is_not_null()
    start_on, start_time = c("starts") // DAY, c("starts") % DAY
    cases = cases.with_columns(
        rule=pl.when(~judged).then(None)
        .when(c("service") == "advance_sendback").then(pl.lit("AR-1"))
        .when(c("service") == "warranty_sendback").then(pl.lit("MW-1"))
        .when(c("service") == "extended_sendback").then(pl.lit("EX-1"))
        .when(around_the_clock).then(pl.when(c("four_hour")).then(pl.lit("OD-2")).otherwise(pl.lit("OD-3")))
        .when(~metro).then(pl.lit("ON-6"))
        .when(calendar.opened(start_on) & (start_time <= SAME_DAY_UNTIL)).then(pl.lit("ON-4"))
        .otherwise(pl.lit("ON-3")),
    ).with_columns(
        rule_deadline=pl.when(c("rule") == "AR-1").then((calendar.business_day(start_on, 1) + 1) * DAY)
        .when(c("rule") == "ON-4").then((start_on + 1) * DAY)
        .when(c("rule") == "OD-2").then(c("starts") + 4 * 3600),
        agreed=pl.when(onsite & judged).then(c("agreed_visit_at")),
    ).with_columns(
        deadline=pl.coalesce("agreed", "rule_deadline"),
        end_of_day=c("agreed").is_null() & c("rule").is_in(["AR-1", "ON-4"]),
        basis=pl.when(c("agreed").is_not_null()).then(pl.lit("agreed"))
        .when(c("rule_deadline").is_not_null()).then(pl.lit("rule")),
    ).with_columns(in_time_until=c("deadline") - c("end_of_day").cast(pl.Int64))
    missed = pl.coalesce(c("event_at"), as_of) > c("in_time_until")
    cases = cases.with_columns(
        verdict=pl.when(c("reason").is_not_null()).then(pl.lit("excluded"))
        .when(c("isolated_at").is_null()).then(pl.lit("awaiting_isolation"))
        .when(c("rule").is_in(["ON-3", "ON-6"]) & c("agreed").is_null()).then(pl.lit("not_judged"))
        .when(c("deadline").is_null()).then(pl.lit("no_target"))
        .when(missed).then(pl.lit("missed"))
        .when(c("event_at").is_null()).then(pl.lit("pending"))
        .otherwise(pl.lit("met")),
    )
    finished = c("verdict").is_in(["met", "no_target", "not_judged"]) & c("event_at").is_not_null()
    known_at = (
        pl.when(finished).then(pl.max_horizontal("isolated_at", "event_at"))
        .when(c("verdict") == "missed").then(pl.max_horizontal("isolated_at", "in_time_until"))
        .when(c("reason") == "withdrawn").then(pl.coalesce("completed_at", "received_at"))
        .when(c("reason") == "no_hardware_fault").then(c("isolated_at"))
        .when(c("reason").is_not_null()).then(c("received_at"))
    )
    return cases.with_columns(
        reason=pl.when(c("verdict") == "not_judged").then(pl.lit("no_agreed_visit")).otherwise(c("reason")),
        month=month_of(pl.when(known_at.is_not_null()).then(pl.max_horizontal(known_at, "received_at"))),
        margin_minutes=pl.when(judged).then((c("deadline") - c("event_at")) // 60),
        isolation_minutes=pl.when(c("isolated_at").is_null()).then(None)
        .when(around_the_clock).then((c("isolated_at") - c("effective_received_at")).clip(0) // 60)
        .otherwise(calendar.business_minutes(c("effective_received_at"), c("isolated_at"))),
    )


def summary_of(sla, month):
    counted = sla.filter((pl.col("month") == month) | pl.col("month").is_null()).with_columns(
        state=pl.when(pl.col("month").is_null()).then(pl.lit("open")).otherwise(pl.col("verdict")))
    return (
        counted.group_by("service", "region")
        .agg([(pl.col("state") == verdict).sum().alias(verdict) for verdict in common.VERDICTS])
        .sort("service", "region")
    )


def legs_of(cases, chosen):
    """Both legs of every send-back case that were shipped by as_of."""
    as_of = (chosen.last + 1) * DAY
    c = pl.col
    def leg(name, shipped, sender, receiver):
        return cases.filter(c(shipped) < as_of).select(
            "case_id", pl.lit(name).alias("leg"), "customer_id", "service", (c(shipped) // DAY).alias("shipped_on"),
            c(f"{name}_freight_terms").fill_null("prepaid").alias("terms"),
            billed_party=pl.when(c(f"{name}_freight_terms") == "collect").then(pl.lit(receiver)).otherwise(pl.lit(sender)),
            bearer=pl.lit(sender), amount=c(f"{name}_freight"),
        )
    legs = pl.concat([
        leg("failed_part", "failed_part_shipped_at", "customer", "center"),
        leg("replacement", "replacement_shipped_at", "center", "customer"),
    ])
    differs = c("billed_party") != c("bearer")
    missing = c("amount").is_null() & (differs | (c("billed_party") == "center"))
    settles = pl.when(c("bearer") == "customer").then(pl.lit("claim")).otherwise(pl.lit("credit"))
    return legs.with_columns(
        settlement=pl.when(differs & c("service").is_in(SENDBACK)).then(settles).otherwise(pl.lit("none")),
        month=month_of(c("shipped_on") * DAY),
    ).with_columns(
        state=pl.when(c("service").is_null()).then(pl.lit("unresolved"))
        .when(~c("service").is_in(SENDBACK)).then(pl.lit("onsite"))
        .when(missing).then(pl.lit("unresolved"))
        .when(c("settlement") == "none").then(pl.lit("none"))
        .otherwise(pl.lit("settled")),
    )


def renewed_terms(contracts, chosen):
    """Starts of automatic terms after the first and up to the month: (contract row, start, end)."""
    auto = contracts.filter(pl.col("auto"))
    parts = []
    anchor = pl.from_epoch(pl.col("ends") + 1, "d")
    for years in range((chosen.last - 10_957) // 365):
        part = auto.with_columns(
            starts=anchor.dt.offset_by(f"{years}y").dt.epoch("d").cast(pl.Int64),
            ends=anchor.dt.offset_by(f"{years + 1}y").dt.epoch("d").cast(pl.Int64) - 1,
        ).filter((pl.col("starts") <= chosen.last) & (pl.col("starts") <= pl.col("cancelled").fill_null(FAR)))
        if part.is_empty():
            break
        parts.append(part)
    return pl.concat(parts) if parts else auto.clear()


def tickets_of(inquiries, contracts, renewed, calendar, chosen):
    """Every inquiry with its state and the packs it drew on; and the top-up packs of the month."""
    c = pl.col
    inquiries = inquiries.filter(c("received_at") < (chosen.last + 1) * DAY).with_columns(
        day=(c("received_at") // DAY)).sort("day", maintain_order=True)
    covers = (
        contracts.filter((c("service") != "technical_support") & (c("last_day") >= c("starts")))
        .sort("customer_id", "starts")
        .select("customer_id", "starts", covered_until=c("last_day").cum_max().over("customer_id")).sort("starts")
    )
    maintainer = c("maintainer").fill_null("").str.strip_chars().str.to_lowercase()
    inquiries = inquiries.join_asof(
        covers, left_on="day", right_on="starts", by="customer_id", check_sortedness=False,
    ).with_columns(
        state=pl.when((c("category") == "hardware_isolation") & (c("covered_until") >= c("day"))).then(pl.lit("free"))
        .when(~maintainer.is_in(common.OWN_MAINTAINERS)).then(pl.lit("out_of_scope")),
    ).sort("received_at", "usage_id")
    asking = inquiries.filter(c("state").is_null() & (c("tickets") > 0))
    packs = pl.concat([contracts, renewed]).filter(c("service") == "technical_support").with_columns(
        last=pl.min_horizontal("ends", c("cancelled").fill_null(FAR))
    ).filter((c("last") >= c("starts")) & (c("starts") <= chosen.last))
    drawn, top_ups = common.draw_tickets(
        asking.select("usage_id", "customer_id", "day", "tickets").iter_rows(),
        packs.select("customer_id", "last", "starts", "contract_id", c("packs") * common.TICKETS_PER_PACK, "top_up").rows(),
        chosen.first,
    )
    drawn = pl.DataFrame({"usage_id": list(drawn.keys()), "packs": list(drawn.values())}, schema={"usage_id": pl.String, "packs": pl.String})
    asked = c("tickets") > 0
    inquiries = inquiries.join(drawn, on="usage_id", how="left").with_columns(
        state=pl.coalesce(
            "state", pl.when(asked & c("packs").is_null()).then(pl.lit("unfunded")).otherwise(pl.lit("drawn"))),
        response_minutes=calendar.business_minutes(
            calendar.effective(c("received_at")),
            pl.when(c("answered_at") < (chosen.last + 1) * DAY).then(c("answered_at"))),
    ).with_columns(tickets=pl.when(c("state").is_in(["drawn", "unfunded"])).then(c("tickets")).otherwise(0))
    return inquiries, top_ups


def charges_of(contracts, renewed, top_ups, legs, chosen):
    """The month's charge lines: (customer, kind, event day, key, amount)."""
    c = pl.col
    successors = contracts.select(c("renewed_by").drop_nulls().unique())
    ticketed = c("service") == "technical_support"
    bills = ticketed | c("contract_id").is_in(successors["renewed_by"].implode())
    terms = pl.concat([contracts.filter(bills), renewed]).filter(
        c("starts").is_between(chosen.first, chosen.last) & (c("cancelled").fill_null(FAR) >= c("starts"))
    ).select(
        "customer_id", pl.when(ticketed).then(pl.lit("ticket_pack")).otherwise(pl.lit("renewal")), "starts",
        pl.format("term:{}:{}", "contract_id", pl.from_epoch("starts", "d")),
        c("fee").fill_null(common.PACK_PRICE * c("packs")).alias("amount"),
    ).filter(c("amount") != 0).rows()
    settled = legs.filter((c("state") == "settled") & c("shipped_on").is_between(chosen.first, chosen.last))
    freight = settled.select(
        "customer_id", pl.format("freight_{}", "settlement"), "shipped_on", pl.format("freight:{}:{}", "case_id", "leg"),
        pl.when(c("settlement") == "claim").then(c("amount")).otherwise(-c("amount")).alias("amount"),
    ).filter(c("amount") != 0).rows()
    return terms + freight + [(who, "ticket_overage", day, key, common.PACK_PRICE) for who, day, key in top_ups]


def instant(name):
    return pl.from_epoch(name, "s").dt.cast_time_unit("ms").alias(name)


def write_data(folder, sla, legs, tickets):
    iso = "%Y-%m-%dT%H:%M:%S"
    written = lambda name: pl.from_epoch(name, "s").dt.strftime(iso)
    midnight = lambda name, until: pl.when(until).then(
        pl.from_epoch(pl.col(name) - 1, "s").dt.strftime("%Y-%m-%dT24:00:00")).otherwise(written(name)).alias(name)
    sla.with_columns(
        *(written(name) for name in common.SLA_INSTANTS if "deadline" not in name),
        midnight("rule_deadline", pl.col("rule").is_in(["AR-1", "ON-4"])), midnight("deadline", pl.col("end_of_day")),
    ).select(common.SLA_COLUMNS).write_csv(folder / "sla.csv")
    legs.sort("case_id", "leg").with_columns(pl.from_epoch("shipped_on", "d")).select(
        common.FREIGHT_COLUMNS).write_csv(folder / "freight.csv")
    tickets.sort("usage_id").with_columns(written("received_at")).select(
        common.TICKET_COLUMNS).write_csv(folder / "tickets.csv", null_value="")


def write_detail(path, sla, writer):
    table = sla.with_columns(instant(name) for name in common.SLA_INSTANTS).select(common.SLA_COLUMNS)
    if writer == "rust":
        from rustpy_xlsxwriter import FastExcel
        FastExcel(str(path)).format(datetime_format="yyyy-mm-dd hh:mm", bold_headers=True).freeze(row=1).sheet(
            "SLA", table).save()
    elif writer == "jetxl":
        import jetxl
        jetxl.write_sheet_arrow(
            table.to_arrow(), str(path), sheet_name="SLA", auto_filter=True, freeze_rows=1, styled_headers=True,
            column_formats={name: "yyyy-mm-dd hh:mm" for name in common.SLA_INSTANTS})
    else:
        table.write_excel(
            path, "SLA", dtype_formats={pl.Datetime: "yyyy-mm-dd hh:mm"}, freeze_panes=(1, 0), autofilter=True,
            table_style="Table Style Light 1", column_widths=150)


def main():
    chosen = common.options(__doc__)
    calendar = Calendar(common.closed_days(chosen.holidays))
    contracts = read_contracts(chosen.input / "contracts.csv")
    c = pl.col
    cases = read(chosen.input / "cases.csv").select(
        "case_id", "contract_id", "outcome", "part_sold_by_us",
        *(seconds(name) for name in (
            "received_at", "isolated_at", "agreed_visit_at", "arrived_at", "completed_at", "replacement_shipped_at")),
        days("failed_part_shipped_at") * DAY, "failed_part_freight_terms", "replacement_freight_terms",
        c("failed_part_freight").cast(pl.Int64), c("replacement_freight").cast(pl.Int64),
    ).join(
        contracts.lazy().select(
            "contract_id", "customer_id", "service", "region", "four_hour", "covered_from", "last_day"),
        on="contract_id", how="left", maintain_order="left",
    )
    sla = judged(cases, calendar, chosen).collect()
    if not sla["case_id"].is_sorted():
        sla = sla.sort("case_id")
    legs = legs_of(sla, chosen)
    renewed = renewed_terms(contracts, chosen)
    inquiries = read(chosen.input / "ticket_usage.csv").select(
        "usage_id", "customer_id", "category", "maintainer", seconds("received_at"), seconds("answered_at"),
        c("tickets").cast(pl.Int64).fill_null(1)).collect()
    tickets, top_ups = tickets_of(inquiries, contracts, renewed, calendar, chosen)
    lines = charges_of(contracts, renewed, top_ups, legs, chosen)
    freight = legs.filter(c("month") == chosen.month).group_by("leg", "bearer", "settlement", "state").agg(
        pl.len(), c("amount").sum()).rows()
    per_state = tickets.group_by("state").agg(pl.len(), c("tickets").sum()).rows()
    if not chosen.no_data:
        write_data(chosen.output / "data", sla, legs, tickets)
    common.finish(
        chosen, "polars", summary_of(sla, chosen.month).rows(), [(*row[:4], row[4:]) for row in freight],
        [(row[0], row[1:]) for row in per_state], lines, lambda path: write_detail(path, sla, chosen.writer))


if __name__ == "__main__":
    main()
