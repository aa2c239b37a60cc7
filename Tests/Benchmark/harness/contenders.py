"""The scene of the benchmark: builds, scratch environment, months; and the command line of every contender."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parents[3]
PROGRAM = "shimebi"
MONTH = "2026-10"

# name: script, options. The first word of a name is the library that computes, the rest what writes the workbooks.
PEERS = {
    "polars+rust": ("polars_peer.py", ["--writer", "rust"]),
    "polars+jetxl": ("polars_peer.py", ["--writer", "jetxl"]),
    "duckdb+xlsxwriter": ("duckdb_peer.py", []),
    "polars+xlsxwriter": ("polars_peer.py", []),
    "pandas+xlsxwriter": ("pandas_peer.py", []),
}


def say(text):
    print(text, file=sys.stderr, flush=True)


class Scene:
    def __init__(self, jobs):
        self.jobs = jobs
        self.scratch = REPO / ".build-bench"
        self.out = Path(os.environ.get("OUT") or self.memory_folder() or self.scratch / "out")
        self.python = self.scratch / "venv/bin/python"
        self.benchmark = REPO / "Tests/Benchmark"
        self.binaries = REPO / ".build/release"
        self.has_program = False

    def set_up(self):
        self.scratch.mkdir(exist_ok=True)
        wanted = self.benchmark / "peers/requirements.txt"
        installed = self.scratch / "venv/requirements.txt"
        if not installed.exists() or installed.read_bytes() != wanted.read_bytes():
            say("installing the peers into .build-bench/venv ...")
            self.run([sys.executable, "-m", "venv", self.scratch / "venv"])
            self.run([self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted])
            shutil.copy(wanted, installed)
        self.build()
        floor = self.benchmark / "floor/detail.c"
        self.run(["cc", "-O2", "-o", self.scratch / "detail", floor, "-lxlsxwriter"])
        trial = self.month("S")
        # 0: done; 1: done, with findings.
        self.has_program = self.silently(self.program(trial, self.out / "trial", [])) in (0, 1)
        if not self.has_program:
            say("the program does not run a month yet: peers only")

    def build(self):
        if os.environ.get("BUILD") == "0":
            return
        for product in (PROGRAM, "generate-month", "write-detail"):
            say(f"building {product} ...")
            self.run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", product], REPO)

    def month(self, size):
        """The folder of a month, made when it is not there or the generator is newer."""
        folder = self.scratch / "months" / size
        generator = self.binaries / "generate-month"
        stamp = folder / "courier_statement.csv"
        if not stamp.exists() or stamp.stat().st_mtime < generator.stat().st_mtime:
            say(f"generating {size} ...")
            self.generate(size, MONTH, folder)
        return folder

    def generate(self, size, month, folder):
        self.run([self.binaries / "generate-month", "--size", size, "--seed", "1", "--month", month, "--output", folder], REPO)

    @staticmethod
    def memory_folder():
        """A folder in memory where there is room. On ext4, files that are created within minutes of the removal of thousands
        cost many times as much as otherwise, which would measure the order of the rounds."""
        shared = Path("/dev/shm")
        if shared.is_dir() and shutil.disk_usage(shared).free > 12 << 30:
            return shared / "shimebi-bench"
        return None

    def clear(self):
        """What stands in memory goes; what stands on the disk may be looked at."""
        if self.out.is_relative_to("/dev/shm"):
            shutil.rmtree(self.out, ignore_errors=True)

    def output(self, name, month):
        return self.out / f"{name}-{month.name}"

    def program(self, month, output, options, jobs=None):
        return [
            self.binaries / PROGRAM, "run", "--month", MONTH, "--input", month, "--output", output,
            "--templates", REPO / "Templates", "--ledger", self.scratch / "no-ledger.sqlite",
            "--jobs", str(jobs or self.jobs), "--quiet", *options,
        ]

    def close(self, number, month, output, ledger):
        """What closes the month `number`, exported into `month`, in new books or after the months of `ledger`."""
        new = [] if ledger.exists() else ["--open-from", number]
        return [
            self.binaries / PROGRAM, "close", "--month", number, "--input", month, "--output", output,
            "--templates", REPO / "Templates", "--ledger", ledger, "--jobs", str(self.jobs), "--quiet", *new,
        ]

    def ask(self, words, ledger):
        return [self.binaries / PROGRAM, *words, "--ledger", ledger, "--templates", REPO / "Templates"]

    def command(self, name, month, options=()):
        """What runs `name` on `month`; `options` of `--no-workbooks` and, for peers, `--no-data`."""
        output = self.output(name, month)
        if name == PROGRAM:
            return self.program(month, output, list(options))
        script, own = PEERS[name]
        return [
            self.python, self.benchmark / "peers" / script, "--month", MONTH, "--input", month, "--output", output,
            "--holidays", REPO / "Templates/holidays.csv", "--jobs", str(self.jobs), *own, *options,
        ]

    def run(self, command, folder=None):
        subprocess.run([str(word) for word in command], cwd=folder, check=True, stdout=subprocess.DEVNULL)

    def silently(self, command):
        if not command[0].exists():
            return None
        return subprocess.run(
            [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
