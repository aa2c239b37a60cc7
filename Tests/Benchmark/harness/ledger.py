"""Closing a month; and what a ledger of many months costs who asks it."""

import csv
import shutil

from contenders import MONTH, PROGRAM, say
from measure import medians, timed

FIRST_YEAR = 2024  # the generator's first


def closing(scene, month, rounds):
    """The run of the month, then posted, into new books."""
    ledger, output = scene.out / "closing.sqlite", scene.output(PROGRAM, month)
    runs = []
    for _ in range(rounds):
        ledger.unlink(missing_ok=True)
        shutil.rmtree(output, ignore_errors=True)
        runs.append(timed(scene.close(MONTH, month, output, ledger), (0, 1)))
        say(f"{month.name} closed: {runs[-1]['wall']:.3f} s")
    ledger.unlink()
    return medians(runs)


def long_ledger(scene, size, months, rounds):
    """Closes `months` months of the size one after the other; then status, and explain of a charge and a document."""
    folder = scene.out / "long-ledger"
    export, output, ledger = folder / "export", folder / "output", folder / "ledger.sqlite"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for later in range(months):
        number = f"{FIRST_YEAR + later // 12}-{later % 12 + 1:02}"
        scene.generate(size, number, export)
        closed = timed([*scene.close(number, export, output, ledger), "--no-workbooks"], (0, 1))
        say(f"ledger of {size}, {number} closed without workbooks: {closed['wall']:.3f} s")
    questions = {
        "status": ["status"],
        "explain a charge": ["explain", last(output / "data/charges.csv", "key")],
        "explain a document": ["explain", last(output / "data/charges.csv", "document")],
    }
    asked = {
        name: medians([timed(scene.ask(words, ledger)) for _ in range(max(3, rounds))]) for name, words in questions.items()}
    found = {"size": size, "months": months, "mb": ledger.stat().st_size / 1e6, "asked": asked}
    shutil.rmtree(folder)
    return found


def last(file, column):
    with open(file, encoding="utf-8-sig", newline="") as opened:
        return [row[column] for row in csv.DictReader(opened) if row[column]][-1]
