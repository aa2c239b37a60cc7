"""Rounds of alternating runs, the second run, the floors, and the same bytes for any number of threads."""

import filecmp
import shutil
import statistics
import subprocess

from contenders import PROGRAM, say
from ledger import closing
from measure import medians, timed

SLOW = 60  # seconds: who takes longer in the first round sits out of the others
NO_WORKBOOKS = "--no-workbooks"
NO_DATA = "--no-data"
FLOOR = "libxlsxwriter, detail sheet"
OWN_DETAIL = f"{PROGRAM}, the same sheet"


def measure_size(scene, month, peers, rounds):
    """Everything, without workbooks, and for peers without data files too: medians by mode and name."""
    subprocess.run(["cat", *map(str, month.glob("*.csv"))], stdout=subprocess.DEVNULL, check=True)
    measured = {"bytes": sum(file.stat().st_size for file in month.glob("*.csv")), "rows": row_count(month)}
    libraries = [name for at, name in enumerate(peers) if library(name) not in map(library, peers[:at])]
    modes = {
        "compute": (([PROGRAM] if scene.has_program else []) + libraries, [NO_WORKBOOKS]),
        "figures": (libraries, [NO_WORKBOOKS, NO_DATA]),
        "everything": (([PROGRAM] if scene.has_program else []) + peers, []),
    }
    for mode, (names, options) in modes.items():
        measured[mode] = alternate(scene, month, names, options, rounds, f"{month.name} {mode}")
    if scene.has_program:
        measured["again"] = second_runs(scene, month, rounds)
        measured["close"] = closing(scene, month, rounds)
    measured["floors"] = floors(scene, month, peers, rounds)
    return measured


def second_runs(scene, month, rounds):
    """Pairs of a run into nothing and one over its output: the median of the second's share of the first."""
    shares = []
    for _ in range(max(5, rounds)):
        shutil.rmtree(scene.output(PROGRAM, month), ignore_errors=True)
        first, second = (timed(scene.command(PROGRAM, month), (0, 1))["wall"] for _ in range(2))
        shares.append(second / first)
    say(f"{month.name}, second runs: " + ", ".join(f"{share:.2f}" for share in shares))
    return statistics.median(shares)


def library(name):
    return name.split("+")[0]


def alternate(scene, month, names, options, rounds, title):
    runs = {name: [] for name in names}
    for number in range(rounds):
        for name in names:
            if number and runs[name][0]["wall"] > SLOW:
                continue
            shutil.rmtree(scene.output(name, month), ignore_errors=True)
            runs[name].append(timed(scene.command(name, month, options), (0, 1) if name == PROGRAM else (0,)))
            last = runs[name][-1]
            say(f"{title}, round {number + 1}: {name} {last['wall']:.3f} s, {last['peak_mb']:.0f} MB")
    return {
        name: medians(done) | {"workbooks": len(list(scene.output(name, month).rglob("*.xlsx")))}
        for name, done in runs.items()
    }


def floors(scene, month, peers, rounds):
    """`wc -l` and `cat` of the bytes; the detail sheet by plain libxlsxwriter and by our writer, reading not counted."""
    files = [str(file) for file in month.glob("*.csv")]
    found = {
        "wc -l": medians([timed(["wc", "-l", *files]) for _ in range(rounds)]),
        "cat": medians([timed(["sh", "-c", 'cat "$@" > /dev/null', "cat", *files]) for _ in range(rounds)]),
    }
    name = PROGRAM if scene.has_program else peers[0]
    sla = scene.output(name, month) / "data/sla.csv"
    writers = {FLOOR: [scene.scratch / "detail"]}
    if scene.has_program:
        writers[OWN_DETAIL] = [scene.binaries / "write-detail", "--jobs", str(scene.jobs)]
    times = {writer: [] for writer in writers}
    for _ in range(rounds):
        for writer, command in writers.items():
            done = subprocess.run(
                [*map(str, command), sla, scene.out / "detail.xlsx"], capture_output=True, check=True, text=True)
            wall, cpu = map(float, done.stdout.split())
            times[writer].append({"wall": wall, "cpu": cpu, "peak_mb": 0})
    found |= {writer: medians(runs) for writer, runs in times.items()}
    say(f"{month.name} floors: " + ", ".join(f"{key} {value['wall']:.3f} s" for key, value in found.items()))
    return found


def measure_invoices(scene, peers, rounds):
    """A month of few cases and some 10,000 documents: with and without workbooks."""
    month = scene.month("300000,100,100")
    names = ([PROGRAM] if scene.has_program else []) + [
        name for name in peers if name in ("polars+rust", "polars+xlsxwriter", "duckdb+xlsxwriter")]
    found = {}
    for name in names:
        accepted = (0, 1) if name == PROGRAM else (0,)
        without, full = [], []
        for _ in range(rounds):
            without.append(timed(scene.command(name, month, [NO_WORKBOOKS]), accepted))
            full.append(timed(scene.command(name, month), accepted))
        documents = len(list((scene.output(name, month) / "invoices").glob("*.xlsx")))
        spent = {key: medians(full)[key] - medians(without)[key] for key in ("wall", "cpu")}
        found[name] = {"documents": documents, **spent}
        say(f"invoices: {name} {documents} in {spent['wall']:.2f} s, CPU {spent['cpu']:.2f} s")
    return found


def row_count(month):
    total = 0
    for file in month.glob("*.csv"):
        with open(file, "rb") as opened:
            total += sum(part.count(b"\n") for part in iter(lambda: opened.read(1 << 20), b"")) - 1
    return total


def same_bytes(scene, month):
    """Whether one thread and several write the same output folder."""
    folders = [scene.out / f"jobs-{jobs}" for jobs in (1, max(4, scene.jobs))]
    for folder, jobs in zip(folders, (1, max(4, scene.jobs))):
        shutil.rmtree(folder, ignore_errors=True)
        timed(scene.program(month, folder, [], jobs), (0, 1))
    names = [sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()) for folder in folders]
    different = [
        name for name in names[0] if name in names[1] and not filecmp.cmp(folders[0] / name, folders[1] / name, False)]
    same = names[0] == names[1] and not different
    say(f"{month.name}: one thread and {max(4, scene.jobs)} write " + ("the same bytes" if same else f"other bytes: {different[:5]}"))
    for folder in folders:
        shutil.rmtree(folder)
    return same
