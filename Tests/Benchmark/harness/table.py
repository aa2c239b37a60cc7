"""The report: a table of medians and ratios, as text and as JSON."""

import json
import math

from rounds import FLOOR, OWN_DETAIL

MODES = {
    "everything": "everything: figures, data files, workbook, invoices",
    "compute": "without workbooks: figures and data files",
    "figures": "figures only (peers)",
}


def write_report(scene, report, program):
    text = "\n".join(lines(report, program)) + "\n"
    (scene.scratch / "bench.txt").write_text(text)
    (scene.scratch / "bench.json").write_text(json.dumps(report, indent=1))
    print(text, end="")


def lines(report, program):
    yield f"{report['cores']} cores, {report['jobs']} threads, medians of {report['rounds']} alternating rounds"
    yield "load average before and after: " + " and ".join(f"{load:.1f}" for load in report["load"])
    for size, measured in report["sizes"].items():
        yield ""
        yield f"{size}: {measured['rows']:,} rows, {measured['bytes'] / 1e6:,.1f} MB of CSV"
        for mode, title in MODES.items():
            if measured[mode]:
                yield from table(title, measured[mode], program)
        yield from floor_lines(measured, program)
        yield from missing_workbooks(measured["everything"], program)
        if "same_bytes" in measured:
            yield f"  one thread and several write the same bytes: {'yes' if measured['same_bytes'] else 'NO'}"
    if "invoices" in report:
        yield ""
        yield "invoices (everything less --no-workbooks, on a month of hardly any cases)"
        for name, found in report["invoices"].items():
            rate, by_cpu = found["documents"] / found["wall"], found["documents"] / found["cpu"]
            yield f"  {name:<24}{found['documents']:>9,}{rate:>9,.0f} a second{by_cpu:>9,.0f} a CPU second"
    if "ledger" in report:
        yield ""
        yield "a ledger of {months} {size} months, {mb:,.1f} MB".format(**report["ledger"])
        for name, times in report["ledger"]["asked"].items():
            yield f"  {name:<24}{times['wall']:>9.3f} s"
    yield from slope(report["sizes"], program)


def table(title, found, program):
    peers = [times for name, times in found.items() if name != program]
    yield f"  {title}"
    yield f"    {'':<24}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}{'xlsx':>8}{'x fastest peer':>16}{'cpu':>6}{'x ' + program:>11}{'cpu':>6}"
    for name, times in sorted(found.items(), key=lambda entry: entry[1]["wall"]):
        line = f"    {name:<24}{times['wall']:>9.3f}{times['cpu']:>9.3f}{times['peak_mb']:>9.0f}{times['workbooks']:>8,}"
        if peers:
            line += ratio(times, peers, "wall", 16) + ratio(times, peers, "cpu", 6)
        if program in found:
            line += ratio(times, [found[program]], "wall", 11) + ratio(times, [found[program]], "cpu", 6)
        yield line


def missing_workbooks(everything, program):
    """A contender that leaves out documents is no measure of the others."""
    own = everything.get(program, {}).get("workbooks")
    most = max(times["workbooks"] for times in everything.values())
    if own is not None and own < most:
        yield f"  NOT COMPARABLE: {program} wrote {own} workbooks, others {most}"


def ratio(times, others, key, width):
    return f"{times[key] / min(other[key] for other in others):>{width}.2f}"


def floor_lines(measured, program):
    yield "  floors"
    for name, times in measured["floors"].items():
        yield f"    {name:<28}{times['wall']:>8.3f}{times['cpu']:>10.3f}"
    if program in measured["everything"]:
        run = measured["everything"][program]["wall"]
        sheets = run - measured["compute"][program]["wall"]
        floor, own = (measured["floors"][name]["wall"] for name in (FLOOR, OWN_DETAIL))
        yield f"  the detail sheet by {program}: {own / floor:.2f} of its floor"
        yield f"  all workbooks of {program}: {sheets:.3f} s, {sheets / floor:.2f} of the floor of the detail sheet alone"
        yield f"  a second run over the same output: {measured['again']:.2f} of the first"
        yield f"  closing into new books: {measured['close']['wall']:.3f} s, {measured['close']['wall'] / run:.2f} of the run"


def slope(sizes, program):
    """How cost grows: log time by log rows, from the first size to the last."""
    measured = [size for size in sizes.values() if program in size["everything"]]
    if len(measured) < 2:
        return
    first, last = measured[0], measured[-1]
    for mode in ("everything", "compute"):
        rise = math.log(last[mode][program]["wall"] / first[mode][program]["wall"])
        yield f"slope of log time by log rows, {mode}: {rise / math.log(last['rows'] / first['rows']):.3f}"
