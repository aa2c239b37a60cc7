"""The month in pandas: numpy's business days, vectorised conditions, merges; the sheet by DataFrame.to_excel."""

import numpy as np
import pandas as pd

import common
from common import CLOSES, DAY, FAR, OPENS, SAME_DAY_UNTIL

SENDBACK = ["advance_sendback", "warranty_sendback", "extended_sendback"]
NONE = np.iinfo(np.int64).min  # an absent instant


class Calendar:
    def __init__(self, closed):
        self.days = np.busdaycalendar(holidays=np.array(closed, "datetime64[D]"))

    def opened(self, day):
        return np.is_busday(day.astype("datetime64[D]"), busdaycal=self.days)

    def business_day(self, day, count):
        return np.busday_offset(day.astype("datetime64[D]"), count, "backward", busdaycal=self.days).astype(np.int64)

    def effective(self, instant):
        day, time = np.divmod(instant, DAY)
        opened = self.opened(day)
        return np.select(
            [opened & (time >= OPENS) & (time <= CLOSES), opened & (time < OPENS)],
            [instant, day * DAY + OPENS], self.business_day(day, 1) * DAY + OPENS)

    def business_minutes(self, begin, end):
        """Minutes of business hours between two instants."""
        (first, begin_time), (last, end_time) = np.divmod(begin, DAY), np.divmod(end, DAY)
        whole = np.busday_count(
            first.astype("datetime64[D]"), last.astype("datetime64[D]"), busdaycal=self.days) * (CLOSES - OPENS)
        head = np.where(self.opened(first), np.clip(begin_time, OPENS, CLOSES) - OPENS, 0)
        tail = np.where(self.opened(last), np.clip(end_time, OPENS, CLOSES) - OPENS, 0)
        return np.maximum(whole + tail - head, 0) // 60


def read(path, columns, encoding="utf8"):
    # Not engine="pyarrow": it does not decode CP932 in every version, and the C engine is what most people run.
    return pd.read_csv(path, usecols=columns, dtype=str, encoding=encoding, keep_default_na=False, na_values=[""])


def seconds(column):
    return pd.to_datetime(column, format="%Y-%m-%d %H:%M:%S").astype("datetime64[s]")


def as_int(column, unit="datetime64[s]"):
    """Seconds, or days, since 1970; NONE where absent."""
    return column.to_numpy(unit).astype(np.int64)


def days(column):
    return as_int(pd.to_datetime(column, format="%Y-%m-%d"), "datetime64[D]")


def instants(values):
    return pd.Series(np.where(values == NONE, np.datetime64("NaT", "s"), values.astype("datetime64[s]")))


def read_contracts(path):
    names = (
        "contract_id customer_id service starts_on ends_on annual_fee region delivered_on four_hour_area ticket_packs "
        "auto_top_up auto_renew renewed_by cancelled_on"
    ).split()
    table = read(path, names, "cp932")
    delivered = pd.to_datetime(table.delivered_on, format="%Y-%m-%d").to_numpy("datetime64[M]")
    late = (table.service == "standard_onsite") & table.region.isin(["other", "remote"])
    starts, ends, cancelled = days(table.starts_on), days(table.ends_on), days(table.cancelled_on)
    cancelled = np.where(cancelled == NONE, FAR, cancelled)
    auto = (table.auto_renew == "Y").to_numpy()
    from_delivery = (delivered + 2).astype("datetime64[D]").astype(np.int64)
    return table[["contract_id", "customer_id", "service", "region", "renewed_by"]].assign(
        auto=auto, top_up=table.auto_top_up == "Y", four_hour=table.four_hour_area == "Y", starts=starts, ends=ends,
        cancelled=cancelled, fee=table.annual_fee.astype(float), packs=table.ticket_packs.astype(float).fillna(1),
        covered_from=np.where(late, np.maximum(starts, from_delivery), starts),
        last_day=np.where(auto & table.renewed_by.isna(), cancelled, np.minimum(ends, cancelled)),
    )


def read_cases(path, chosen):
    plain = "case_id contract_id outcome part_sold_by_us".split()
    moments = "received_at isolated_at agreed_visit_at arrived_at completed_at replacement_shipped_at".split()
    freight = (
        "failed_part_shipped_at failed_part_freight failed_part_freight_terms replacement_freight "
        "replacement_freight_terms"
    ).split()
    table = read(path, plain + moments + freight)
    for name in moments:
        table[name] = seconds(table[name])
    table["failed_part_shipped_at"] = pd.to_datetime(table.failed_part_shipped_at, format="%Y-%m-%d")
    for name in ("failed_part_freight", "replacement_freight"):
        table[name] = table[name].astype(float)
    return table[table.received_at < pd.Timestamp((chosen.last + 1) * DAY, unit="s")]


def judged(cases, calendar, chosen):
    as_of = (chosen.last + 1) * DAY
    known = lambda values: np.where(values < as_of, values, NONE)
    service, region = cases.service, cases.region
    sendback, onsite = service.isin(SENDBACK).to_numpy(), service.isin(["standard_onsite", "onsite_24h"]).to_numpy()
    metro = region.isin(["tokyo", "nagoya", "osaka"]).to_numpy()
    around_the_clock = (service == "onsite_24h").to_numpy()
    received = as_int(cases.received_at)
    received_on = received // DAY
    effective = np.where(around_the_clock, received, calendar.effective(received))
    isolated, completed = known(as_int(cases.isolated_at)), as_int(cases.completed_at)
    has_isolation = isolated != NONE
    event = np.where(
        sendback, known(as_int(cases.replacement_shipped_at)), np.where(onsite, known(as_int(cases.arrived_at)), NONE))
    covered_from, last_day = cases.covered_from.fillna(0).to_numpy(), cases.last_day.fillna(0).to_numpy()
    reason = np.select(
        [
            (cases.outcome == "withdrawn") & (completed < as_of), (cases.outcome == "no_fault") & has_isolation,
            service.isna() | (service == "technical_support"), received_on < covered_from, received_on > last_day,
            cases.part_sold_by_us == "N", sendback & (region == "remote"),
        ],
        "withdrawn no_hardware_fault unknown_contract not_started expired third_party_part remote_area".split(), "")
    judged = (reason == "") & has_isolation
    starts = np.where(judged, np.where(onsite, np.maximum(isolated, effective), isolated), 0)
    start_on, start_time = np.divmod(starts, DAY)
    same_day = metro & calendar.opened(start_on) & (start_time <= SAME_DAY_UNTIL)
    rule = np.select(
        [
            ~judged, service == "advance_sendback", service == "warranty_sendback", service == "extended_sendback",
            around_the_clock & (cases.four_hour == True), around_the_clock, ~metro, same_day,  # noqa: E712
        ],
        ["", "AR-1", "MW-1", "EX-1", "OD-2", "OD-3", "ON-6", "ON-4"], "ON-3")
    rule_deadline = np.select(
        [rule == "AR-1", rule == "ON-4", rule == "OD-2"],
        [(calendar.business_day(start_on, 1) + 1) * DAY, (start_on + 1) * DAY, starts + 4 * 3600], NONE)
    agreed_at = as_int(cases.agreed_visit_at)
    agreed = np.where(onsite & judged, agreed_at, NONE)
    deadline = np.where(agreed != NONE, agreed, rule_deadline)
    end_of_day = (agreed == NONE) & np.isin(rule, ["AR-1", "ON-4"])
    in_time_until = deadline - end_of_day
    has_deadline, has_event = deadline != NONE, event != NONE
    verdict = np.select(
        [
            reason != "", ~has_isolation, np.isin(rule, ["ON-3", "ON-6"]) & (agreed == NONE), ~has_deadline,
            np.where(has_event, event, as_of) > in_time_until, ~has_event,
        ],
        "excluded awaiting_isolation not_judged no_target missed pending".split(), "met")
    finished = np.isin(verdict, ["met", "no_target", "not_judged"]) & has_event
    known_at = np.select(
        [
            finished, verdict == "missed", reason == "withdrawn", reason == "no_hardware_fault", reason != "",
        ],
        [
            np.maximum(isolated, event), np.maximum(isolated, in_time_until),
            np.where(completed == NONE, received, completed), isolated, received,
        ], NONE)
    month = np.where(known_at == NONE, NONE, np.maximum(known_at, received))
    minutes = calendar.business_minutes(effective, np.where(has_isolation, isolated, effective))
    isolation = np.where(around_the_clock, np.maximum(isolated - effective, 0) // 60, minutes)
    margin = (deadline - event) // 60
    has_margin = judged & has_deadline & has_event
    return cases.assign(
        effective_received_at=instants(effective).values, isolated_at=instants(isolated).values,
        rule=rule, rule_deadline=instants(rule_deadline).values, deadline=instants(deadline).values, end_of_day=end_of_day,
        basis=np.select([agreed != NONE, has_deadline], ["agreed", "rule"], ""), event_at=instants(event).values,
        verdict=verdict, reason=np.where(verdict == "not_judged", "no_agreed_visit", reason), month=months(month),
        margin_minutes=masked(margin, has_margin),
        isolation_minutes=masked(isolation, has_isolation),
    )


def masked(values, present):
    return pd.arrays.IntegerArray(np.where(present, values, 0), ~present)


def months(values):
    """Instants as `2026-10`; there are few different ones."""
    month = values.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    month = np.where(values == NONE, -1, month)
    codes, found = pd.factorize(month)
    names = np.array(["" if m < 0 else str(np.datetime64(int(m), "M")) for m in found], dtype=object)
    return names[codes]


def summary_of(sla, month):
    counted = sla[(sla.month == month) | (sla.month == "")]
    state = counted.verdict.where(counted.month != "", "open")
    table = pd.crosstab([counted.service.fillna(""), counted.region.fillna("")], state)
    table = table.reindex(columns=common.VERDICTS, fill_value=0).reset_index()
    return list(table.itertuples(index=False, name=None))


def legs_of(cases, chosen):
    as_of = pd.Timestamp((chosen.last + 1) * DAY, unit="s")
    legs = []
    for name, sender, receiver in (("failed_part", "customer", "center"), ("replacement", "center", "customer")):
        shipped = cases[cases[f"{name}_shipped_at"] < as_of]
        terms = shipped[f"{name}_freight_terms"].fillna("prepaid")
        legs.append(pd.DataFrame({
            "case_id": shipped.case_id, "leg": name, "customer_id": shipped.customer_id, "service": shipped.service,
            "shipped_on": shipped[f"{name}_shipped_at"].dt.floor("D"), "terms": terms,
            "billed_party": np.where(terms == "collect", receiver, sender), "bearer": sender,
            "amount": shipped[f"{name}_freight"],
        }))
    legs = pd.concat(legs, ignore_index=True)
    differs = legs.billed_party != legs.bearer
    sendback = legs.service.isin(SENDBACK)
    legs["settlement"] = np.select(
        [differs & sendback & (legs.bearer == "customer"), differs & sendback], ["claim", "credit"], "none")
    legs["month"] = months(as_int(legs.shipped_on))
    missing = legs.amount.isna() & (differs | (legs.billed_party == "center"))
    legs["state"] = np.select(
        [legs.service.isna(), ~sendback, missing, legs.settlement == "none"],
        ["unresolved", "onsite", "unresolved", "none"], "settled")
    return legs


def renewed_terms(contracts, chosen):
    """Automatic terms after the first, up to the month."""
    auto = contracts[contracts.auto]
    anchor = (auto.ends.to_numpy() + 1).astype("datetime64[D]")
    month, offset = anchor.astype("datetime64[M]"), anchor - anchor.astype("datetime64[M]").astype("datetime64[D]")
    parts = []
    for years in range(100):
        starts, after = (on_day(month + 12 * (years + n), offset) for n in (0, 1))
        part = auto.assign(starts=starts, ends=after - 1)
        part = part[(part.starts <= chosen.last) & (part.starts <= part.cancelled)]
        if part.empty:
            break
        parts.append(part)
    return pd.concat(parts) if parts else auto.iloc[:0]


def on_day(month, offset):
    """The day of the month, or the month's last day where it is shorter."""
    length = (month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")
    return (month.astype("datetime64[D]") + np.minimum(offset, length - np.timedelta64(1, "D"))).astype(np.int64)


def tickets_of(inquiries, contracts, renewed, calendar, chosen):
    received = as_int(inquiries.received_at)
    inquiries = inquiries.assign(day=received // DAY)
    covers = contracts[(contracts.service != "technical_support") & (contracts.last_day >= contracts.starts)]
    covers = covers.sort_values("starts")[["customer_id", "starts", "last_day"]]
    covers = covers.assign(covered_until=covers.groupby("customer_id").last_day.cummax())
    inquiries = inquiries.sort_values(["received_at", "usage_id"])
    found = pd.merge_asof(
        inquiries[["usage_id", "customer_id", "day"]], covers, left_on="day", right_on="starts", by="customer_id")
    covered = (found.covered_until >= found.day).to_numpy()
    owned = inquiries.maintainer.fillna("").str.strip().str.lower().isin(common.OWN_MAINTAINERS).to_numpy()
    state = np.select(
        [(inquiries.category == "hardware_isolation").to_numpy() & covered, ~owned], ["free", "out_of_scope"], "")
    asked = inquiries.tickets.to_numpy()
    asking = inquiries[(state == "") & (asked > 0)]
    packs = pd.concat([contracts, renewed])
    packs = packs[packs.service == "technical_support"]
    packs = packs.assign(last=np.minimum(packs.ends, packs.cancelled), granted=packs.packs * common.TICKETS_PER_PACK)
    packs = packs[(packs["last"] >= packs.starts) & (packs.starts <= chosen.last)].astype({"granted": int})
    drawn, top_ups = common.draw_tickets(
        zip(asking.usage_id.tolist(), asking.customer_id.tolist(), asking.day.tolist(), asking.tickets.tolist()),
        packs[["customer_id", "last", "starts", "contract_id", "granted", "top_up"]].values.tolist(), chosen.first)
    used = inquiries.usage_id.map(drawn)
    rest = np.where((asked > 0) & used.isna(), "unfunded", "drawn")
    state = np.where(state == "", rest, state)
    received = as_int(inquiries.received_at)
    answered = as_int(inquiries.answered_at)
    has_answer = (answered != NONE) & (answered < (chosen.last + 1) * DAY)
    effective = calendar.effective(received)
    minutes = calendar.business_minutes(effective, np.where(has_answer, answered, effective))
    return inquiries.assign(
        state=state, packs=used, tickets=np.where(np.isin(state, ["drawn", "unfunded"]), asked, 0),
        response_minutes=masked(minutes, has_answer)), top_ups


def charges_of(contracts, renewed, top_ups, legs, chosen):
    bills = (contracts.service == "technical_support") | contracts.contract_id.isin(contracts.renewed_by.dropna())
    terms = pd.concat([contracts[bills], renewed])
    terms = terms[terms.starts.between(chosen.first, chosen.last) & (terms.cancelled >= terms.starts)]
    amount = terms.fee.fillna(common.PACK_PRICE * terms.packs).astype(int)
    kind = np.where(terms.service == "technical_support", "ticket_pack", "renewal")
    key = "term:" + terms.contract_id + ":" + terms.starts.to_numpy().astype("datetime64[D]").astype(str).astype(object)
    lines = list(zip(terms.customer_id, kind.tolist(), terms.starts.tolist(), key, amount.tolist()))
    settled = legs[(legs.state == "settled") & (legs.month == chosen.month)]
    amount = np.where(settled.settlement == "claim", settled.amount, -settled.amount).astype(int)
    shipped = as_int(settled.shipped_on, "datetime64[D]")
    lines += zip(
        settled.customer_id, "freight_" + settled.settlement, shipped.tolist(),
        "freight:" + settled.case_id + ":" + settled.leg, amount.tolist())
    lines += [(who, "ticket_overage", day, key, common.PACK_PRICE) for who, day, key in top_ups]
    return [line for line in lines if line[4]]


def written(column):
    """Instants as ISO 8601; numpy does it at once for a whole column."""
    text = np.datetime_as_string(column.to_numpy("datetime64[s]")).astype(object)
    text[column.isna().to_numpy()] = ""
    return text


def write_data(folder, sla, legs, tickets):
    table = sla[common.SLA_COLUMNS].copy()
    for name in common.SLA_INSTANTS:
        table[name] = written(sla[name])
    for name, until in (("rule_deadline", sla.rule.isin(["AR-1", "ON-4"])), ("deadline", sla.end_of_day)):
        last = written((sla[name] - pd.Timedelta(1, "s"))[until])
        table.loc[until, name] = pd.Series(last, dtype=object, index=table.index[until]).str.slice(0, 10) + "T24:00:00"
    table.to_csv(folder / "sla.csv", index=False)
    legs.sort_values(["case_id", "leg"])[common.FREIGHT_COLUMNS].astype({"amount": "Int64"}).to_csv(
        folder / "freight.csv", index=False)
    rows = tickets.sort_values("usage_id")[common.TICKET_COLUMNS].copy()
    rows["received_at"] = written(rows.received_at)
    rows.to_csv(folder / "tickets.csv", index=False)


def write_detail(path, sla):
    options = {"engine_kwargs": {"options": {"strings_to_urls": False, "strings_to_formulas": False}}}
    with pd.ExcelWriter(path, engine="xlsxwriter", datetime_format="yyyy-mm-dd hh:mm", **options) as writer:
        table = sla[common.SLA_COLUMNS]
        table.to_excel(writer, sheet_name="SLA", index=False, freeze_panes=(1, 0))
        sheet = writer.sheets["SLA"]
        sheet.autofilter(0, 0, len(table), len(common.SLA_COLUMNS) - 1)
        sheet.set_column(0, len(common.SLA_COLUMNS) - 1, 18)


def main():
    chosen = common.options(__doc__)
    calendar = Calendar(common.closed_days(chosen.holidays))
    contracts = read_contracts(chosen.input / "contracts.csv")
    cases = read_cases(chosen.input / "cases.csv", chosen).merge(
        contracts[["contract_id", "customer_id", "service", "region", "four_hour", "covered_from", "last_day"]],
        on="contract_id", how="left")
    sla = judged(cases, calendar, chosen)
    if not sla.case_id.is_monotonic_increasing:
        sla = sla.sort_values("case_id")
    legs = legs_of(sla, chosen)
    renewed = renewed_terms(contracts, chosen)
    names = "usage_id customer_id received_at category maintainer tickets answered_at".split()
    inquiries = read(chosen.input / "ticket_usage.csv", names)
    inquiries["received_at"], inquiries["answered_at"] = seconds(inquiries.received_at), seconds(inquiries.answered_at)
    inquiries["tickets"] = inquiries.tickets.astype(float).fillna(1).astype(int)
    inquiries = inquiries[inquiries.received_at < pd.Timestamp((chosen.last + 1) * DAY, unit="s")]
    tickets, top_ups = tickets_of(inquiries, contracts, renewed, calendar, chosen)
    lines = charges_of(contracts, renewed, top_ups, legs, chosen)
    freight = legs[legs.month == chosen.month].groupby(["leg", "bearer", "settlement", "state"]).amount.agg(
        ["size", "sum"]).reset_index().itertuples(index=False, name=None)
    per_state = tickets.groupby("state").tickets.agg(["size", "sum"]).itertuples(name=None)
    if not chosen.no_data:
        write_data(chosen.output / "data", sla, legs, tickets)
    common.finish(
        chosen, "pandas", summary_of(sla, chosen.month), [(*row[:4], row[4:]) for row in freight],
        [(row[0], row[1:]) for row in per_state], lines, lambda path: write_detail(path, sla))


if __name__ == "__main__":
    main()
