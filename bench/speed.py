"""Seconds and peak memory beside pdfium's own text extraction (用时与内存); `make bench`.

Each figure comes from a process of its own; nothing is asserted, the table is for reading.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import ROOT, chosen

_KIB_PER_MIB = 1024
_PAUSE = 0.1
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one piece of work cost after start-up: seconds, of the processor too; peak memory in MiB.

    On a machine with other work the processor's own seconds are what the work takes.
    """

    seconds: float
    busy: float
    memory: float


def check_one(path: Path) -> Callable[[], object]:
    """The work of checking one file; what the command loads before is, as pdfium is for its own."""
    read = importlib.import_module("kaocheng.reading.opening").read
    check = importlib.import_module("kaocheng.disclosure.checking").check
    importlib.import_module("kaocheng.disclosure.readiness").prepare()
    importlib.import_module("kaocheng.reading.pdf")
    return lambda: check(read(path))


def text_only(path: Path) -> Callable[[], object]:
    """The work of pdfium alone: the text of every page."""
    open_pdf = importlib.import_module("pypdfium2").PdfDocument

    def extract() -> list[str]:
        pdf = open_pdf(path)
        return [page.get_textpage().get_text_range() for page in pdf]

    return extract


def nothing(path: Path) -> Callable[[], object]:
    """Loading the modules and rules of the checker, and no work: what start-up costs."""
    return lambda: check_one(path)


WORK = {"check": check_one, "text": text_only, "nothing": nothing}


def child(work: str, path: Path) -> None:
    """Do one piece of work and print what it cost."""
    task = WORK[work](path)
    begun, busy = time.perf_counter(), time.process_time()
    task()
    seconds, busy = time.perf_counter() - begun, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    print(json.dumps([seconds, busy, peak]))


def measured(work: str, path: Path, times: int) -> Cost:
    """The median seconds and the greatest memory of several fresh processes."""
    command = [sys.executable, "-m", "bench.speed", "--child", work, str(path)]
    costs = [json.loads(_output(command)) for _ in range(times)]
    seconds, busy, memory = zip(*costs, strict=True)
    return Cost(statistics.median(seconds), statistics.median(busy), max(memory))


def _output(command: list[str]) -> str:
    # an installed program has its modules compiled, whatever is set where it is measured
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    return done.stdout


def per_document(paths: list[Path], times: int) -> Iterator[str]:
    """The table of documents; the ratio and what is over the aim, by processor time, only for PDF."""
    yield "| 文件 | 大小 KB | 核对 秒 | 其中处理器 秒 | 内存 MB | pdfium 处理器 秒 | 倍数 | 目标 1.5×+0.3 秒 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---|"
    for path in paths:
        cost = measured("check", path, times)
        row = f"| {path.name} | {path.stat().st_size / 1000:.0f} | {cost.seconds:.2f} "
        row += f"| {cost.busy:.2f} | {cost.memory:.0f} "
        if path.suffix != ".pdf":
            yield row + "| — | — | — |"
            continue
        bare = measured("text", path, times).busy
        within = "内" if cost.busy <= 1.5 * bare + 0.3 else "超"
        yield row + f"| {bare:.2f} | {cost.busy / bare:.1f} | {within} |"


def start_up(times: int) -> float:
    """Median seconds of `kaocheng --version`, a whole process."""
    command = [str(Path(sys.executable).parent / "kaocheng"), "--version"]
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        _output(command)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def many(paths: list[Path], number: int) -> Iterator[str]:
    """Check so many files in one run and tell how memory went."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "in").mkdir()
        for index in range(number):
            _vary(paths[index % len(paths)], work / "in", index)
        begun = time.perf_counter()
        samples = _watched(work)
        seconds = time.perf_counter() - begun
    tenth = max(len(samples) // 10, 1)
    first = statistics.mean(samples[tenth : 3 * tenth] or samples)
    last = statistics.mean(samples[-2 * tenth :])
    yield f"{number} 份一次核对：{seconds:.0f} 秒，每份 {seconds / number * 1000:.0f} 毫秒；"
    yield (
        f"全部进程内存之和 前段 {first:.0f} MB，末段 {last:.0f} MB，"
        f"增长 {last / first - 1:+.1%}，最高 {max(samples):.0f} MB。"
    )


def _vary(path: Path, folder: Path, index: int) -> None:
    target = folder / f"{index:04d}{path.suffix}"
    if path.suffix != ".txt":
        shutil.copy(path, target)
        return
    text = path.read_text(encoding="utf-8")
    digits = list(_DIGIT.finditer(text))
    at = digits[index * 7919 % len(digits)].start()
    target.write_text(text[:at] + str(index % 10) + text[at + 1 :], encoding="utf-8")


def _watched(work: Path) -> list[float]:
    tool = str(Path(sys.executable).parent / "kaocheng")
    out = str(work / "out.jsonl")
    command = [tool, "check", str(work / "in"), "--format", "json", "--out", out, "--no-progress"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    samples = []
    while process.poll() is None:
        samples.append(sum(_resident(pid) for pid in _family(process.pid)))
        time.sleep(_PAUSE)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{shlex.join(command)} 以 {process.returncode} 结束")
    return [sample for sample in samples if sample] or [0.0]


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:  # it ended between two looks
        children = []
    return [pid, *(member for child_pid in children for member in _family(int(child_pid)))]


def _resident(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / _KIB_PER_MIB if found else 0.0


def main() -> None:
    """Print the tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="文件或文件夹；不写则取全部真实文件")
    parser.add_argument("--child", choices=sorted(WORK), help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, default=3, help="每项量几次")
    parser.add_argument("--many", type=int, default=1000, help="一次核对多少份；0 为不量")
    options = parser.parse_args()
    if options.child:
        child(options.child, options.paths[0])
        return
    paths = chosen(options.paths)
    if not paths:
        print("没有可用的文件：所给文件夹里没有，或真实文件不在检出目录旁边。")
        return
    idle = measured("nothing", paths[0], options.times)
    print(f"启动（kaocheng --version）：{start_up(options.times):.2f} 秒")
    print(
        f"载入模块与规则：{idle.seconds:.2f} 秒（处理器 {idle.busy:.2f} 秒），"
        f"其后内存 {idle.memory:.0f} MB\n"
    )
    print("\n".join(per_document(paths, options.times)) + "\n", flush=True)
    if options.many:
        print("".join(many(paths, options.many)))


if __name__ == "__main__":
    main()
