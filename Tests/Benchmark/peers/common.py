"""What the peers share: options, the calendar, the columns of the results, drawing of tickets, and the figures."""

import argparse
import csv
import json
import os
from datetime import date, timedelta
from pathlib import Path

SLA_COLUMNS = (
    "case_id contract_id customer_id service region received_at effective_received_at isolated_at rule "
    "rule_deadline agreed_visit_at deadline basis event_at verdict reason month margin_minutes isolation_minutes"
).split()
SLA_INSTANTS = (
    "received_at effective_received_at isolated_at rule_deadline agreed_visit_at deadline event_at"
).split()
FREIGHT_COLUMNS = (
    "case_id leg customer_id service shipped_on terms billed_party bearer amount settlement month state"
).split()
TICKET_COLUMNS = "usage_id customer_id received_at category state tickets packs response_minutes".split()
VERDICTS = "met missed no_target not_judged excluded open".split()

PACK_PRICE = 60_000
TICKETS_PER_PACK = 5
OWN_MAINTAINERS = ("", "qnap", "qnap systems, inc.")
OPENS, CLOSES, SAME_DAY_UNTIL = 9 * 3600, 17 * 3600 + 1800, 13 * 3600
DAY = 86_400
FAR = 99_999  # a day number after all others


def options(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--month", required=True)
    parser.add_argument("--input", required=True, type=Path)
    parser.add_argument("--output", required=True, type=Path)
    parser.add_argument("--holidays", default="Templates/holidays.csv", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--no-workbooks", action="store_true")
    parser.add_argument("--no-data", action="store_true", help="figures only, no data/*.csv")
    parser.add_argument("--writer", default="xlsxwriter", help="xlsxwriter, rust or jetxl")
    chosen = parser.parse_args()
    (chosen.output / "data").mkdir(parents=True, exist_ok=True)
    chosen.first, chosen.last = month_bounds(chosen.month)
    return chosen


def day_number(day):
    return (day - date(1970, 1, 1)).days


def month_bounds(month):
    """The day numbers of the first and the last day."""
    year, number = map(int, month.split("-"))
    first = date(year, number, 1)
    after = date(year + number // 12, number % 12 + 1, 1)
    return day_number(first), day_number(after) - 1


def closed_days(path):
    """National holidays and the year end as dates; weekends are for the caller."""
    days = set()
    with open(path, encoding="cp932", newline="") as file:
        for row in csv.reader(file):
            parts = row[0].split("/")
            if len(parts) == 3:
                days.add(date(*map(int, parts)))
    for year in range(1990, 2101):
        days.update(date(year, 12, 29) + timedelta(days=n) for n in range(6))
    return sorted(days)


def draw_tickets(inquiries, packs, month_first):
    """Draws tickets pack by pack; `inquiries` in the order (received_at, usage_id).

    inquiries: (usage_id, customer, day, tickets) of those that ask for tickets.
    packs: (customer, last_day, starts_on, contract_id, granted, auto_top_up).
    Gives {usage_id: packs drawn on, or None where unfunded} and the top-up packs as (customer, day, key).
    """
    by_customer = {}
    for customer, last, start, contract, granted, top_up in sorted(packs):
        by_customer.setdefault(customer, []).append([last, start, contract, granted, top_up])
    drawn, top_ups = {}, []
    for usage, customer, day, tickets in inquiries:
        owned = by_customer.get(customer, [])
        while owned and owned[0][0] < day:
            owned.pop(0)
        for pack in owned:
            if pack[1] <= day and pack[3]:
                break
        else:
            pack = None
        if pack and pack[3] >= tickets:  # nearly all: one pack covers it
            pack[3] -= tickets
            drawn[usage] = f"{pack[2]}:{tickets}"
        else:
            drawn[usage] = draw_from_several(usage, customer, day, tickets, owned, top_ups)
    return drawn, [t for t in top_ups if t[1] >= month_first]


def draw_from_several(usage, customer, day, tickets, owned, top_ups):
    in_force = [pack for pack in owned if pack[1] <= day]
    left = sum(pack[3] for pack in in_force)
    if left < tickets and not any(pack[4] for pack in in_force):
        return None
    bought = 0
    while left < tickets:
        bought += 1
        key = f"OVR-{usage}" + (f"-{bought}" if bought > 1 else "")
        pack = [one_year_from(day), day, key, TICKETS_PER_PACK, True]
        owned.append(pack)
        in_force.append(pack)
        top_ups.append((customer, day, f"term:{key}:{date_of(day)}"))
        left += TICKETS_PER_PACK
    owned.sort(key=lambda pack: pack[:3])
    in_force.sort(key=lambda pack: pack[:3])
    parts = []
    for pack in in_force:
        take = min(tickets, pack[3])
        if take:
            pack[3] -= take
            tickets -= take
            parts.append(f"{pack[2]}:{take}")
    return "+".join(parts)


def date_of(day):
    return date(1970, 1, 1) + timedelta(days=day)


def one_year_from(day):
    start = date_of(day)
    try:
        return day_number(start.replace(year=start.year + 1)) - 1
    except ValueError:  # 29 February
        return day_number(date(start.year + 1, 2, 28)) - 1


def write_figures(output, summary, freight, tickets, charges, documents):
    """What must be equal between the peers and the program, as sorted JSON."""
    figures = {
        "sla": {f"{s or ''}|{r or ''}": [int(n) for n in row] for s, r, *row in summary},
        "freight": {"|".join(map(str, key)): [int(n) for n in row] for *key, row in freight},
        "tickets": {state: [int(n) for n in row] for state, row in tickets},
        "charges": {kind: [int(n) for n in row] for kind, row in charges},
        "documents": {name: int(n) for name, n in documents.items()},
    }
    (output / "figures.json").write_text(json.dumps(figures, indent=1, sort_keys=True))


def documents_of(lines):
    """Charge lines (customer, kind, event day, key, amount) as documents with their tax."""
    kinds = {"ticket_pack": 0, "ticket_overage": 1, "renewal": 2, "freight_claim": 3, "freight_credit": 4}
    by_customer = {}
    for line in lines:
        by_customer.setdefault(line[0], []).append(line)
    documents = []
    for customer in sorted(by_customer):
        ordered = sorted(by_customer[customer], key=lambda l: (kinds[l[1]], l[2], l[3]))
        net = sum(l[4] for l in ordered if not l[1].startswith("freight"))
        advances = sum(l[4] for l in ordered if l[1].startswith("freight"))
        documents.append((customer, ordered, net, net * 10 // 100, advances))
    return documents


def finish(chosen, name, summary, freight, tickets, lines, detail):
    """Writes the figures, and the workbooks unless told not to; `detail` writes the detail sheet."""
    charges = {}
    for line in lines:
        count, total = charges.get(line[1], (0, 0))
        charges[line[1]] = (count + 1, total + line[4])
    documents = documents_of(lines)
    totals = {
        "count": len(documents),
        "net": sum(d[2] for d in documents),
        "tax": sum(d[3] for d in documents),
        "out_of_scope": sum(d[4] for d in documents),
    }
    write_figures(chosen.output, summary, freight, tickets, charges.items(), totals)
    if chosen.no_workbooks:
        return
    from invoices import write_invoices

    detail(chosen.output / "management.xlsx")
    write_invoices(chosen, documents)
