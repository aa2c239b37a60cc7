"""One timed run of a command, and the medians of several."""

import os
import statistics
import subprocess
import time


class Failed(Exception):
    pass


def timed(command, accepted=(0,)):
    """Wall seconds, CPU seconds of the process and all it waited for, and the largest of their peaks in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        raise Failed(f"{command[0]} ended with {process.returncode}: {complaint.decode(errors='replace')[-2000:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / 1024}


def medians(runs):
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]} | {"runs": len(runs)}
