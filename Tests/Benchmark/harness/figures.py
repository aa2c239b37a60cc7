"""Whether program and peers have the same figures; checked before anything is timed."""

import csv
import json
from contextlib import suppress

from contenders import MONTH, PROGRAM, say
from measure import timed

VERDICTS = "met missed no_target not_judged excluded open".split()
KINDS = "ticket_pack ticket_overage renewal freight_claim freight_credit".split()


def check_equal(scene, month, peers):
    """Runs each library once without workbooks; says where two differ."""
    found = {}
    for name in peers:
        library = name.split("+")[0]
        if library not in found:
            timed(scene.command(name, month, ["--no-workbooks"]))
            found[library] = (json.loads((scene.output(name, month) / "figures.json").read_text()), name)
    if scene.has_program:
        timed(scene.command(PROGRAM, month, ["--no-workbooks"]), (0, 1))
        found[PROGRAM] = (program_figures(scene.output(PROGRAM, month) / "data"), PROGRAM)
    reference, of = next(iter(found.values()))
    equal = True
    for library, (figures, _) in found.items():
        differences = list(differing(reference, figures))
        if differences:
            equal = False
            say(f"{month.name}: {of} and {library} differ in {len(differences)} figures:")
            for line in differences[:20]:
                say("  " + line)
    if equal:
        say(f"{month.name}: {', '.join(found)} have the same figures")
    if scene.has_program and peers:
        compare_rows(scene, month, of)
    return equal


def differing(left, right):
    for group in left:
        if group not in right:
            continue  # the program does not write this table yet
        for key in sorted(set(left[group]) | set(right[group])):
            one, other = left[group].get(key), right[group].get(key)
            if one != other:
                yield f"{group} {key}: {one} / {other}"


def compare_rows(scene, month, peer):
    """Notes the first row in which a data file differs; the figures alone decide."""
    for name in ("sla.csv", "freight.csv", "tickets.csv"):
        with open(scene.output(peer, month) / "data" / name) as left, open(
                scene.output(PROGRAM, month) / "data" / name) as right:
            for one, other in zip(left, right):
                if one != other:
                    say(f"{month.name}: {name} differs first in\n  {peer}: {one}  {PROGRAM}: {other}".rstrip())
                    break


def rows(path):
    with open(path, encoding="utf8", newline="") as file:
        yield from csv.DictReader(file)


def tally(pairs):
    """Counts and sums by key."""
    sums = {}
    for key, amount in pairs:
        entry = sums.setdefault(key, [0, 0])
        entry[0] += 1
        entry[1] += amount
    return sums


def program_figures(data):
    figures = {
        "sla": {
            f"{row['service']}|{row['region']}": [int(row[verdict]) for verdict in VERDICTS]
            for row in rows(data / "sla_summary.csv") if "all" not in (row["service"], row["region"])
        },
        "freight": tally(
            ("|".join(row[key] for key in ("leg", "bearer", "settlement", "state")), int(row["amount"] or 0))
            for row in rows(data / "freight.csv") if row["month"] == MONTH),
        "tickets": tally((row["state"], int(row["tickets"] or 0)) for row in rows(data / "tickets.csv")),
    }
    with suppress(FileNotFoundError):
        figures["charges"] = tally((row["kind"], int(row["amount"])) for row in rows(data / "charges.csv"))
        documents = list(rows(data / "documents.csv"))
        figures["documents"] = {"count": len(documents)} | {
            name: sum(int(row[name] or 0) for row in documents) for name in ("net", "tax", "out_of_scope")}
    return figures
