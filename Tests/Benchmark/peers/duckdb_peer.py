"""The month in DuckDB's SQL, the calendar as a table; the sheet by XlsxWriter in constant memory, row by row."""

from datetime import datetime

import duckdb
import numpy as np

import common
from common import DAY, FAR

SENDBACK = "('advance_sendback', 'warranty_sendback', 'extended_sendback')"


def load_calendar(db, closed, chosen):
    base = common.day_number(closed[0])
    days = np.arange(base, base + 111 * 366)
    opened = np.is_busday(days.astype("datetime64[D]"), holidays=np.array(closed, "datetime64[D]"))
    ordinal = np.cumsum(opened)
    open_days = np.append(days[opened], [FAR, FAR])
    columns = {  # noqa: F841 (DuckDB reads the variable)
        "day": days, "opened": opened, "ordinal": ordinal, "next_open": open_days[ordinal],
    }
    db.sql("create table calendar as select * from columns where day between ? and ?", params=[
        chosen.first - 1200, chosen.last + 400])


MACROS = """
create macro day_of(t) as epoch_ms(t) // 86400000;
create macro since_midnight(t) as epoch_ms(t) // 1000 % 86400;
create macro moment(day, seconds) as make_timestamp((day * 86400 + seconds) * 1000000);
-- Seconds of business hours up to an instant, given the calendar row of its day.
create macro worked(opened, ordinal, time) as
  ordinal * 30600 + case when opened then greatest(least(time, 63000), 32400) - 63000 else 0 end;
create macro effective(t, opened, next_open) as case
  when opened and since_midnight(t) between 32400 and 63000 then t
  when opened and since_midnight(t) < 32400 then moment(day_of(t), 32400)
  else moment(next_open, 32400) end;
"""


def load_tables(db, chosen):
    utf8 = chosen.output / "contracts.utf8.csv"
    utf8.write_bytes((chosen.input / "contracts.csv").read_bytes().decode("cp932").encode())
    read = "read_csv('{}', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')"
    db.execute(f"""
      create table contracts as
      select contract_id, customer_id, service, region, renewed_by, coalesce(auto_renew = 'Y', false) auto,
        coalesce(auto_top_up = 'Y', false) top_up, coalesce(four_hour_area = 'Y', false) four_hour,
        starts_on::date starts, ends_on::date ends, cancelled_on::date cancelled, annual_fee::bigint fee,
        coalesce(ticket_packs::bigint, 1) packs,
        case when service = 'standard_onsite' and region in ('other', 'remote')
          then greatest(starts_on::date, (date_trunc('month', delivered_on::date) + interval 2 month)::date)
          else starts_on::date end covered_from,
        case when auto_renew = 'Y' and renewed_by is null then coalesce(cancelled_on::date, date '9999-12-31')
          else least(ends_on::date, coalesce(cancelled_on::date, date '9999-12-31')) end last_day
      from {read.format(utf8)};
      create table cases as
      select case_id, c.contract_id, customer_id, service, region, four_hour, covered_from, last_day,
        outcome, part_sold_by_us, received_at::timestamp received_at, isolated_at::timestamp isolated_at,
        agreed_visit_at::timestamp agreed_visit_at, arrived_at::timestamp arrived_at,
        completed_at::timestamp completed_at, replacement_shipped_at::timestamp replacement_shipped_at,
        failed_part_shipped_at::date failed_part_shipped_at, failed_part_freight::bigint failed_part_freight,
        failed_part_freight_terms, replacement_freight::bigint replacement_freight, replacement_freight_terms
      from {read.format(chosen.input / "cases.csv")} c left join contracts using (contract_id)
      where received_at::timestamp < $as_of;
    """.replace("$as_of", chosen.as_of))
    utf8.unlink()


def judge(db, chosen):
    db.execute(f"""
      create table sla as
      with known as (
        select c.* exclude (isolated_at, completed_at),
          case when isolated_at < {chosen.as_of} then isolated_at end isolated_at,
          case when completed_at < {chosen.as_of} then completed_at end completed_at,
          outcome = 'withdrawn' and (completed_at is null or completed_at < {chosen.as_of}) withdrawn,
          case when service in {SENDBACK} then case when replacement_shipped_at < {chosen.as_of}
              then replacement_shipped_at end
            when service in ('standard_onsite', 'onsite_24h') then case when arrived_at < {chosen.as_of}
              then arrived_at end end event_at,
          case when service = 'onsite_24h' then received_at else effective(received_at, opened, next_open) end
            effective_received_at
        from cases c join calendar on day = day_of(received_at)
      ), covered as (
        select *, case
          when withdrawn then 'withdrawn'
          when outcome = 'no_fault' and isolated_at is not null then 'no_hardware_fault'
          when service is null or service = 'technical_support' then 'unknown_contract'
          when received_at::date < covered_from then 'not_started'
          when received_at::date > last_day then 'expired'
          when part_sold_by_us = 'N' then 'third_party_part'
          when service in {SENDBACK} and region = 'remote' then 'remote_area' end exclusion,
          exclusion is null and isolated_at is not null judged,
          case when service in {SENDBACK} then isolated_at else greatest(isolated_at, effective_received_at) end starts,
          service in ('standard_onsite', 'onsite_24h') onsite
        from known
      ), ruled as (
        select c.*, case
          when not judged then null
          when service = 'advance_sendback' then 'AR-1'
          when service = 'warranty_sendback' then 'MW-1'
          when service = 'extended_sendback' then 'EX-1'
          when service = 'onsite_24h' then if(four_hour, 'OD-2', 'OD-3')
          when region not in ('tokyo', 'nagoya', 'osaka') then 'ON-6'
          when s.opened and since_midnight(starts) <= 46800 then 'ON-4'
          else 'ON-3' end rule,
          case rule when 'AR-1' then moment(s.next_open + 1, 0) when 'ON-4' then moment(day_of(starts) + 1, 0)
            when 'OD-2' then starts + interval 4 hour end rule_deadline,
          case when judged and onsite then agreed_visit_at end agreed,
          coalesce(agreed, rule_deadline) deadline,
          agreed is null and rule in ('AR-1', 'ON-4') end_of_day,
          deadline - if(end_of_day, interval 1 second, interval 0 second) in_time_until,
          case
            when exclusion is not null then 'excluded'
            when isolated_at is null then 'awaiting_isolation'
            when rule in ('ON-3', 'ON-6') and agreed is null then 'not_judged'
            when deadline is null then 'no_target'
            when coalesce(event_at, {chosen.as_of}) > in_time_until then 'missed'
            when event_at is null then 'pending'
            else 'met' end verdict,
          case when isolated_at is null then null
            when service = 'onsite_24h' then greatest(epoch_ms(isolated_at) - epoch_ms(effective_received_at), 0) // 60000
            else greatest(worked(i.opened, i.ordinal, since_midnight(isolated_at))
              - worked(e.opened, e.ordinal, since_midnight(effective_received_at)), 0) // 60 end isolation_minutes
        from covered c join calendar e on e.day = day_of(effective_received_at)
          left join calendar s on s.day = day_of(starts) left join calendar i on i.day = day_of(isolated_at)
      )
      select * exclude (agreed),
        case when agreed is not null then 'agreed' when rule_deadline is not null then 'rule' end basis,
        coalesce(exclusion, if(verdict = 'not_judged', 'no_agreed_visit', null)) reason,
        strftime(greatest(received_at, case
          when verdict in ('met', 'no_target', 'not_judged') and event_at is not null
            then greatest(isolated_at, event_at)
          when verdict = 'missed' then greatest(isolated_at, in_time_until)
          when exclusion = 'withdrawn' then coalesce(completed_at, received_at)
          when exclusion = 'no_hardware_fault' then isolated_at
          when exclusion is not null then received_at
          when verdict in ('awaiting_isolation', 'pending', 'no_target', 'not_judged') then null end), '%Y-%m')
          always_month,
        case when verdict in ('awaiting_isolation', 'pending')
          or verdict in ('no_target', 'not_judged') and event_at is null then null else always_month end "month",
        case when judged then floor((epoch_ms(deadline) - epoch_ms(event_at)) / 60000)::bigint end margin_minutes
      from ruled order by case_id;
    """)


def allocate_freight(db, chosen):
    def leg(name, shipped, sender, receiver):
        return f"""
          select case_id, '{name}' leg, customer_id, service, {shipped}::date shipped_on,
            coalesce({name}_freight_terms, 'prepaid') terms,
            if({name}_freight_terms = 'collect', '{receiver}', '{sender}') billed_party, '{sender}' bearer,
            {name}_freight amount
          from cases where {shipped} < {chosen.as_of}"""
    db.execute(f"""
      create table legs as
      select *, case when billed_party = bearer or service not in {SENDBACK} or service is null then 'none'
          when bearer = 'customer' then 'claim' else 'credit' end settlement,
        strftime(shipped_on, '%Y-%m') "month",
        case when service is null then 'unresolved' when service not in {SENDBACK} then 'onsite'
          when amount is null and (billed_party <> bearer or billed_party = 'center') then 'unresolved'
          when settlement = 'none' then 'none' else 'settled' end state
      from ({leg("failed_part", "failed_part_shipped_at", "customer", "center")}
        union all {leg("replacement", "replacement_shipped_at", "center", "customer")});
    """)


def renew_terms(db, chosen):
    """Automatic terms after the first, up to the month; `terms` has all terms."""
    db.execute(f"""
      create table renewed as
      select c.* replace ((ends + 1 + to_years(n))::date as starts, ((ends + 1 + to_years(n + 1))::date - 1)::date as ends)
      from contracts c, range(0, 100) r(n)
      where auto and (c.ends + 1 + to_years(n))::date <= {chosen.last_day}
        and (c.ends + 1 + to_years(n))::date <= coalesce(cancelled, date '9999-12-31');
    """)


def draw_tickets(db, chosen):
    own = ", ".join(f"'{name}'" for name in common.OWN_MAINTAINERS)
    db.execute(f"""
      create table inquiries as
      select usage_id, customer_id, received_at::timestamp received_at, category, lower(trim(coalesce(maintainer, '')))
        maintainer, coalesce(tickets::bigint, 1) tickets, answered_at::timestamp answered_at,
        received_at::date received_on
      from read_csv('{chosen.input / "ticket_usage.csv"}', all_varchar = true, header = true, delim = ',',
        quote = '"', escape = '"')
      where received_at::timestamp < {chosen.as_of};
      create table covers as
      select customer_id, starts, max(last_day) over (partition by customer_id order by starts) covered_until
      from contracts where service <> 'technical_support' and last_day >= starts;
      create table asked as
      select i.*, case when category = 'hardware_isolation' and covered_until >= received_on then 'free'
          when maintainer not in ({own}) then 'out_of_scope' end state,
      from inquiries i asof left join covers c on i.customer_id = c.customer_id and i.received_on >= c.starts;
    """)
    asking = db.sql("""
      select usage_id, customer_id, datediff('day', date '1970-01-01', received_on), tickets from asked
      where state is null and tickets > 0 order by received_at, usage_id""").fetchall()
    packs = db.sql(f"""
      select customer_id, datediff('day', date '1970-01-01', least(ends, coalesce(cancelled, ends))) last_on,
        datediff('day', date '1970-01-01', starts), contract_id, packs * {common.TICKETS_PER_PACK}, top_up
      from (from contracts union all from renewed)
      where service = 'technical_support' and least(ends, coalesce(cancelled, ends)) >= starts
        and starts <= {chosen.last_day}""").fetchall()
    drawn, top_ups = common.draw_tickets(asking, packs, chosen.first)
    used = {  # noqa: F841
        "usage_id": np.array(list(drawn.keys()), dtype=object), "packs": np.array(list(drawn.values()), dtype=object)}
    db.execute(f"""
      create table tickets as
      select usage_id, customer_id, received_at, category,
        coalesce(state, if(tickets > 0 and packs is null, 'unfunded', 'drawn')) state,
        if(state is null, tickets, 0) tickets, packs,
        case when answered_at < {chosen.as_of} then greatest(worked(a.opened, a.ordinal, since_midnight(answered_at))
          - worked(e.opened, e.ordinal, since_midnight(effective(received_at, r.opened, r.next_open))), 0) // 60 end
          response_minutes
      from asked left join used using (usage_id) join calendar r on r.day = day_of(received_at)
        join calendar e on e.day = day_of(effective(received_at, r.opened, r.next_open))
        left join calendar a on a.day = day_of(answered_at)
      order by usage_id;
    """)
    return top_ups


def charges(db, chosen, top_ups):
    terms = db.sql(f"""
      select customer_id, if(service = 'technical_support', 'ticket_pack', 'renewal'),
        datediff('day', date '1970-01-01', starts), 'term:' || contract_id || ':' || starts,
        coalesce(fee, {common.PACK_PRICE} * packs) amount
      from (from contracts where service = 'technical_support'
          or contract_id in (select renewed_by from contracts where renewed_by is not null)
        union all from renewed)
      where starts between {chosen.first_day} and {chosen.last_day} and coalesce(cancelled, starts) >= starts
        and amount <> 0""").fetchall()
    freight = db.sql(f"""
      select customer_id, 'freight_' || settlement, datediff('day', date '1970-01-01', shipped_on),
        'freight:' || case_id || ':' || leg, if(settlement = 'claim', amount, -amount) signed
      from legs where state = 'settled' and "month" = '{chosen.month}' and signed <> 0""").fetchall()
    return terms + freight + [(who, "ticket_overage", day, key, common.PACK_PRICE) for who, day, key in top_ups]


def write_data(db, folder):
    iso = lambda name: f"strftime({name}, '%Y-%m-%dT%H:%M:%S')"
    columns = [iso(name) if name in common.SLA_INSTANTS else f'"{name}"' for name in common.SLA_COLUMNS]
    for name, until in (("rule_deadline", "rule in ('AR-1', 'ON-4')"), ("deadline", "end_of_day")):
        columns[common.SLA_COLUMNS.index(name)] = (
            f"case when {until} then strftime({name} - interval 1 second, '%Y-%m-%dT24:00:00') else {iso(name)} end")
    named = ", ".join(f'{column} "{name}"' for column, name in zip(columns, common.SLA_COLUMNS))
    db.execute(f"copy (select {named} from sla order by case_id) to '{folder / 'sla.csv'}' (header)")
    legs = ", ".join(f'"{name}"' for name in common.FREIGHT_COLUMNS)
    db.execute(f"copy (select {legs} from legs order by case_id, leg) to '{folder / 'freight.csv'}' (header)")
    rows = ", ".join(iso(name) + f' "{name}"' if name == "received_at" else name for name in common.TICKET_COLUMNS)
    db.execute(f"copy (select {rows} from tickets order by usage_id) to '{folder / 'tickets.csv'}' (header)")


def write_detail(db, path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("SLA")
    head, instant = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    count = len(common.SLA_COLUMNS)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, count - 1, 18)
    for column, name in enumerate(common.SLA_COLUMNS):
        sheet.write_string(0, column, name, head)
    cursor = db.execute("select {} from sla order by case_id".format(", ".join(f'"{n}"' for n in common.SLA_COLUMNS)))
    row = 0
    while rows := cursor.fetchmany(20_000):
        for values in rows:
            row += 1
            for column, value in enumerate(values):
                if value is None:
                    continue
                if type(value) is str:
                    sheet.write_string(row, column, value)
                elif type(value) is datetime:
                    sheet.write_datetime(row, column, value, instant)
                else:
                    sheet.write_number(row, column, value)
    sheet.autofilter(0, 0, row, count - 1)
    book.close()


def main():
    chosen = common.options(__doc__)
    stamp = lambda day: f"{common.date_of(day)}"
    chosen.as_of = f"timestamp '{stamp(chosen.last + 1)}'"
    chosen.first_day, chosen.last_day = f"date '{stamp(chosen.first)}'", f"date '{stamp(chosen.last)}'"
    db = duckdb.connect()
    db.execute(f"set threads = {chosen.jobs}")
    db.execute(MACROS)
    load_calendar(db, common.closed_days(chosen.holidays), chosen)
    load_tables(db, chosen)
    judge(db, chosen)
    allocate_freight(db, chosen)
    renew_terms(db, chosen)
    lines = charges(db, chosen, draw_tickets(db, chosen))
    counts = ", ".join(
        f"""count(*) filter (coalesce("month" is null, false) = {verdict == 'open'}"""
        + ("" if verdict == "open" else f" and verdict = '{verdict}'") + ")"
        for verdict in common.VERDICTS)
    summary = db.sql(f"""
      select service, region, {counts} from sla where "month" is null or "month" = '{chosen.month}'
      group by all order by all""").fetchall()
    freight = db.sql(f"""
      select leg, bearer, settlement, state, count(*), coalesce(sum(amount), 0) from legs
      where "month" = '{chosen.month}' group by all""").fetchall()
    per_state = db.sql("select state, count(*), sum(tickets) from tickets group by all").fetchall()
    if not chosen.no_data:
        write_data(db, chosen.output / "data")
    common.finish(
        chosen, "duckdb", summary, [(*row[:4], row[4:]) for row in freight],
        [(row[0], row[1:]) for row in per_state], lines, lambda path: write_detail(db, path))


if __name__ == "__main__":
    main()
